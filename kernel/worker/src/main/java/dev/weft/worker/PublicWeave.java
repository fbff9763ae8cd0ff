package dev.weft.worker;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/**
 * Makes top-level classes public, as JShell's wrappers are not, so that their methods can be called
 * and their variables copied from outside their package.
 */
final class PublicWeave implements ClassWeaver.Weave {

  @Override
  public ClassTransform transform(ClassModel model) {
    if (model.findAttribute(Attributes.nestHost()).isPresent()) {
      return ClassTransform.ACCEPT_ALL;
    }
    return (builder, element) -> {
      if (element instanceof AccessFlags flags) {
        builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
      } else {
        builder.with(element);
      }
    };
  }
}
