package dev.weft.worker;

import dev.weft.link.ClassBytes;
import dev.weft.link.Step;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;

/**
 * Runs a first, empty snippet while the front still compiles the user's, so that what every run
 * needs is loaded.
 */
final class WarmUp {

  private static final String NAME = "REPL.WarmUp";
  private static final String METHOD = "run";

  private WarmUp() {}

  static void run(SnippetRunner runner, Cell cell) {
    List<ClassBytes> classes = List.of(new ClassBytes(NAME, snippet()));
    runner.run(cell, List.of(new Step.Load(classes), new Step.Invoke(NAME, METHOD, true)));
  }

  /** A class whose method returns a string. */
  private static byte[] snippet() {
    MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_Object);
    int flags = AccessFlag.PUBLIC.mask() | AccessFlag.STATIC.mask();
    return ClassFile.of()
        .build(
            ClassDesc.of(NAME),
            builder ->
                builder
                    .withFlags(AccessFlag.PUBLIC)
                    .withMethodBody(METHOD, type, flags, code -> code.ldc("").areturn()));
  }
}
