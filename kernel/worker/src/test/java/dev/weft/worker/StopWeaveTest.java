package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.link.ClassBytes;
import dev.weft.worker.guard.CellStopped;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopWeaveTest {

  private final ClassWeaver weaver = new ClassWeaver(List.of(new StopWeave()));

  @AfterEach
  void disarm() {
    StopCheck.disarm();
  }

  @Test
  void checksEntriesAndBackwardBranches() {
    ClassModel woven =
        weave(
            """
            public class C {
              static int once() { return 1; }
              static int loop(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; }
              C() { super(); }
              C(int n) { while (n > 0) n--; }
              static { int n = 3; do { n--; } while (n > 0); }
              static int branch(int n) { return n > 0 ? 1 : 2; }
            }
            """);
    List<String> counts = new ArrayList<>();
    for (MethodModel method : woven.methods()) {
      counts.add(method.methodName() + method.methodType().stringValue() + " " + checks(method));
    }
    counts.sort(null);
    assertEquals(
        List.of(
            "<clinit>()V 1",
            "<init>()V 0",
            "<init>(I)V 1",
            "branch(I)I 1",
            "loop(I)I 2",
            "once()I 1"),
        counts);
  }

  @Test
  void endsLoopWhenArmedAndOnlyThen() throws Exception {
    Object[] classes = new Object[1];
    SnippetLoader loader = new SnippetLoader(weaver);
    loader.add(
        SnippetCompiler.compile(
            "D",
            "public class D { public static int f() { int n = 9; while (n > 0) n--; return n; }"
                + " }"));
    classes[0] = loader.loadClass("D").getMethod("f").invoke(null);
    assertEquals(0, classes[0]);
    StopCheck.arm(
        () -> {
          throw new CellStopped();
        });
    ReflectiveOperationException e =
        assertThrows(
            ReflectiveOperationException.class,
            () -> loader.loadClass("D").getMethod("f").invoke(null));
    assertInstanceOf(CellStopped.class, e.getCause());
    StopCheck.disarm();
    assertEquals(0, loader.loadClass("D").getMethod("f").invoke(null));
  }

  @Test
  void leavesWhatIsNoClassFileAsItIs() {
    byte[] bytes = {1, 2, 3};
    assertArrayEquals(bytes, weaver.weave(bytes));
  }

  /** The JDK's own collections hold every shape of code that javac makes. */
  @Test
  void keepsCodeOfTheJdkVerifiable() throws IOException {
    ClassFile verifier =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()));
    Path folder =
        FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java/util");
    int seen = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
        byte[] original = Files.readAllBytes(file);
        byte[] woven = weaver.weave(original);
        assertEquals(List.of(), verifier.verify(woven), file.toString());
        seen++;
      }
    }
    assertEquals(true, seen > 300, "classes seen: " + seen);
  }

  private ClassModel weave(String source) {
    ClassBytes compiled = SnippetCompiler.compile("C", source).getFirst();
    return ClassFile.of().parse(weaver.weave(compiled.bytes()));
  }

  private static long checks(MethodModel method) {
    return method
        .code()
        .orElseThrow()
        .elementStream()
        .filter(
            e -> e instanceof InvokeDynamicInstruction call && call.name().equalsString("check"))
        .count();
  }
}
