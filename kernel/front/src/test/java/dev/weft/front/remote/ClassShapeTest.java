package dev.weft.front.remote;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.MTD_void;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import org.junit.jupiter.api.Test;

class ClassShapeTest {

  private static byte[] build(int flags, int calls, String... fields) {
    return ClassFile.of()
        .build(
            ClassDesc.of("REPL.$JShell$1"),
            builder -> {
              builder.withFlags(flags);
              for (String field : fields) {
                builder.withField(field, CD_int, ClassFile.ACC_STATIC);
              }
              builder.withMethodBody(
                  "f",
                  MTD_void,
                  ClassFile.ACC_STATIC,
                  code -> {
                    for (int i = 0; i < calls; i++) {
                      code.ldc((long) Integer.MAX_VALUE + i).pop2();
                    }
                    code.return_();
                  });
            });
  }

  @Test
  void bodiesAreNotPartOfTheShape() {
    assertEquals(ClassShape.of(build(0, 1, "a")), ClassShape.of(build(0, 2, "a")));
  }

  @Test
  void membersAndFlagsAre() {
    ClassShape shape = ClassShape.of(build(0, 1, "a"));
    assertNotEquals(shape, ClassShape.of(build(0, 1, "a", "b")));
    assertNotEquals(shape, ClassShape.of(build(ClassFile.ACC_FINAL, 1, "a")));
  }
}
