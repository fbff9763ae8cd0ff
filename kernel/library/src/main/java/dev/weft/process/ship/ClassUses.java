package dev.weft.process.ship;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one class file's code names, by method for wrappers and as a whole for others. */
final class ClassUses {

  /** The class file that was read. */
  final byte[] bytes;

  private final Map<String, CodeUses> byMethod = new HashMap<>();
  private final CodeUses all = new CodeUses();

  private ClassUses(byte[] bytes) {
    this.bytes = bytes;
  }

  static ClassUses read(byte[] bytes, boolean byMethod) {
    ClassUses uses = new ClassUses(bytes);
    ClassModel model = ClassFile.of().parse(bytes);
    if (!byMethod) {
      uses.all.addAll(model);
      return uses;
    }
    for (MethodModel method : model.methods()) {
      CodeUses code = new CodeUses();
      code.addCode(method);
      uses.byMethod.put(
          method.methodName().stringValue() + method.methodType().stringValue(), code);
    }
    return uses;
  }

  /** What the whole class names; nothing for a wrapper. */
  CodeUses all() {
    return all;
  }

  /** What a wrapper's method names, or null if there is none. */
  @Nullable CodeUses method(String name, String descriptor) {
    return byMethod.get(name + descriptor);
  }
}
