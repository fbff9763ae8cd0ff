package dev.weft.front.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstantRenamerTest {

  private static final ClassDesc OWN = ClassDesc.of("REPL.$JShell$1");
  private static final ConstantRenamer RENAMER =
      new ConstantRenamer("REPL/$JShell$1", "REPL/$JShell$1X0", Map.of("$cell$value", "$7"));

  /** A class with a long, a string that looks like a name, and names that only begin alike. */
  private static byte[] classFile() {
    return ClassFile.of()
        .build(
            OWN,
            builder ->
                builder
                    .withField("$cell$value", ConstantDescs.CD_Object, ClassFile.ACC_PUBLIC)
                    .withMethodBody(
                        "run",
                        MethodTypeDesc.of(
                            ConstantDescs.CD_long,
                            ClassDesc.of("REPL.$JShell$12"),
                            ClassDesc.of("REPL.$JShell$1$Inner").arrayType()),
                        ClassFile.ACC_STATIC,
                        code -> code.loadConstant(1L << 40).lreturn()));
  }

  @Test
  void renamesTheClassAndWhatIsNestedInItAndNothingElse() {
    var renamed = ClassFile.of().parse(RENAMER.rename(classFile()));
    assertEquals("REPL/$JShell$1X0", renamed.thisClass().asInternalName());
    assertEquals("$7", renamed.fields().getFirst().fieldName().stringValue());
    assertEquals(
        "(LREPL/$JShell$12;[LREPL/$JShell$1X0$Inner;)J",
        renamed.methods().getFirst().methodType().stringValue());
    assertEquals(List.of(), ClassFile.of().verify(renamed));
  }

  @Test
  void leavesOtherClassesAsTheyAre() {
    byte[] other = new ConstantRenamer("REPL/$JShell$2", "x", Map.of()).rename(classFile());
    assertTrue(java.util.Arrays.equals(classFile(), other));
  }
}
