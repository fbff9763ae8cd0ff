package dev.weft.process.ship;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;

/**
 * A class that is defined beside those of a notebook, in each JVM, for its right to make lambdas
 * there: that takes a lookup from within their own module.
 */
public final class LookupClass {

  /** Its name. */
  public static final String NAME = "REPL.$Lookup";

  private static final String METHOD = "get";

  private LookupClass() {}

  /** Returns a new class file. */
  public static byte[] bytes() {
    MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup);
    int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    return ClassFile.of()
        .build(
            ClassDesc.of(NAME),
            builder ->
                builder
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL)
                    .withMethodBody(
                        METHOD,
                        type,
                        flags,
                        code ->
                            code.invokestatic(
                                    ClassDesc.of(MethodHandles.class.getName()),
                                    "lookup",
                                    MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup))
                                .areturn()));
  }

  /** Returns the lookup of the class that this loader has. */
  public static MethodHandles.Lookup in(ClassLoader loader) {
    try {
      Class<?> type = Class.forName(NAME, true, loader);
      return (MethodHandles.Lookup) type.getMethod(METHOD).invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(NAME, e);
    }
  }
}
