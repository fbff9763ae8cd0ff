package dev.weft.worker;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.util.List;

/**
 * Rewrites the classes of cells when they are loaded or redefined.
 *
 * <p>Each {@link Weave} sees what the one before it made. A class that cannot be rewritten is used
 * as it is.
 */
final class ClassWeaver {

  /** One concern that is woven into classes. */
  interface Weave {
    /** Returns how to rewrite this class. */
    ClassTransform transform(ClassModel model);

    /** Returns whether this may change the class at all; far cheaper than trying. */
    default boolean concerns(byte[] bytes) {
      return true;
    }
  }

  private final List<Weave> weaves;
  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DeadCodeOption.KEEP_DEAD_CODE);

  ClassWeaver(List<Weave> weaves) {
    this.weaves = List.copyOf(weaves);
  }

  /** Returns the class file rewritten, or as it was given. */
  byte[] weave(byte[] bytes) {
    byte[] woven = bytes;
    for (Weave weave : weaves) {
      if (!weave.concerns(bytes)) {
        continue;
      }
      try {
        ClassModel model = classFile.parse(woven);
        woven = classFile.transformClass(model, weave.transform(model));
      } catch (RuntimeException e) {
        return bytes;
      }
    }
    return woven;
  }
}
