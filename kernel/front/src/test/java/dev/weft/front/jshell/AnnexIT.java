package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code of a notebook that has declared so much that it is compiled beside the declarations. */
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class AnnexIT {

  private static final Path JAR = Path.of("target", "home", "worker", "weft-worker.jar");
  private static final int MANY = 130;

  private final Notebook notebook =
      new Notebook(KernelOptions.NONE, WorkerOptions.of(JAR.toAbsolutePath()));

  @BeforeAll
  void declareMuch() {
    StringBuilder code = new StringBuilder("1 + 1;\n");
    for (int i = 0; i < MANY; i++) {
      code.append("int v").append(i).append(" = ").append(i).append(";\n");
    }
    notebook.value(code.toString());
    for (int i = 0; i < 50; i++) {
      assertEquals(Integer.toString(i + 1), notebook.value(i + " + 1"));
    }
  }

  @AfterAll
  void close() {
    notebook.close();
  }

  @Test
  void namesMeanWhatTheyDo() {
    assertEquals("7", notebook.value("v3 + v4"));
    notebook.value("v5 = 50;\nv5++;");
    assertEquals("51", notebook.value("v5"));
    notebook.value("record List(int a) { int twice() { return 2 * a; } }\nList l = new List(4);");
    assertEquals("8", notebook.value("l.twice()"));
    assertEquals("List[a=9]", notebook.value("new List(9)"));
    assertEquals("4", notebook.value("java.util.stream.Stream.of(l).map(List::a).toList().get(0)"));
  }

  @Test
  void whatIsDeclaredAnewIsMeantFromThenOn() {
    notebook.value("int changing = 1;\nint use() { return changing; }");
    assertEquals("2", notebook.value("changing + use()"));
    notebook.value("String changing = \"text\";");
    assertEquals("4", notebook.value("changing.length()"));
    notebook.value("String use() { return changing + \"!\"; }");
    assertEquals("text!", notebook.value("use()"));
    notebook.value("%drop changing");
    assertTrue(notebook.failure("changing").errorValue().contains("cannot find symbol"));
  }

  @Test
  void importsAndTheClassPathAreKnown(@TempDir Path folder) throws Exception {
    notebook.value("import static java.lang.Math.floorMod;\nimport java.lang.ref.Cleaner;");
    assertEquals("2", notebook.value("floorMod(-1, 3)"));
    assertEquals("interface", notebook.value("Cleaner.Cleanable.class.toString().split(\" \")[0]"));
    Path source = Files.createDirectory(folder.resolve("lib")).resolve("Lib.java");
    Files.writeString(source, "package lib;\npublic class Lib { public static int n = 9; }");
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()));
    notebook.value("%classpath " + folder);
    assertEquals("9", notebook.value("lib.Lib.n"));
  }

  @Test
  void errorsAreThoseOfTheCell() {
    CellResult.Failed failed = notebook.failure("v1 + nosuch");
    assertTrue(failed.errorValue().contains("line 1: cannot find symbol"), failed.errorValue());
    notebook.value("class Failing {\n  int run() { throw new IllegalStateException(\"x\"); }\n}");
    String trace = Notebook.plain(notebook.failure("\nnew Failing().run()"));
    assertTrue(trace.contains("line 2"), trace);
    assertTrue(trace.contains("at Failing.run"), trace);
  }

  @Test
  void equalCodeOfBothCompilersIsNotMixedUp() {
    for (int i = 0; i < 3; i++) {
      assertEquals("5", notebook.value("2 + 3"));
      assertEquals("CompilationError", notebook.failure("2 + nosuch" + i).errorName());
      assertEquals("6", notebook.value("2 + 4"));
    }
  }
}
