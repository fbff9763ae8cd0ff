package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Options that both the JVM and the compiler must know, given while a notebook runs. */
@Timeout(300)
class JvmOptionsIT {

  private static final Path JAR = Path.of("target", "home", "worker", "weft-worker.jar");

  /** Patterns of primitive types, which JDK 25 has as a preview. */
  private static final String PREVIEW =
      """
      String size(Object n) {
        return switch (n) {
          case int i when i < 5 -> "small";
          default -> "big";
        };
      }
      size(3)
      """;

  @TempDir private Path folder;
  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook = new Notebook(KernelOptions.NONE, WorkerOptions.of(JAR.toAbsolutePath()));
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  @Test
  void previewFeaturesComeAndGo() {
    CellResult.Failed refused = notebook.failure(PREVIEW);
    assertTrue(Notebook.plain(refused).contains("%jvm --enable-preview"), refused.toString());
    assertEquals("small", notebook.value("%jvm --enable-preview\n" + PREVIEW));
    String printed = notebook.printed("%jvm -Dx=y");
    assertTrue(printed.contains("do not compile with the options and are gone: size."), printed);
    assertEquals("y", notebook.value("System.getProperty(\"x\")"));
    assertTrue(notebook.failure("size(3)").errorValue().contains("cannot find symbol"));
  }

  @Test
  void whatWasDeclaredIsKept() throws Exception {
    Path source = Files.createDirectory(folder.resolve("lib")).resolve("Lib.java");
    Files.writeString(source, "package lib;\npublic class Lib { public int n = 9; }");
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()));
    notebook.value("%classpath " + folder);
    notebook.value("import static java.lang.Math.max;\nenum Colour { RED }\nrecord P(Colour c) {}");
    notebook.value("int a = 1, gone = 2;\nvar lib = new lib.Lib();\nP p = new P(Colour.RED);");
    notebook.value("int twice(int n) { return 2 * n; }\nint later() { return missing(); }");
    notebook.value("String gone = \"text\";\n40 + 2");
    String printed = notebook.printed("%jvm --enable-preview");
    assertTrue(printed.contains("Imports, methods and classes are kept."), printed);
    assertTrue(printed.contains("reset: a, gone, lib, p.\n"), printed);
    assertFalse(printed.contains("are gone"), printed);
    assertEquals("14", notebook.value("max(twice(7), a)"));
    assertEquals("9", notebook.value("lib = new lib.Lib();\nlib.n"));
    assertEquals("P[c=RED]", notebook.value("new P(Colour.RED)"));
    assertEquals("null", notebook.value("String.valueOf(gone)"));
    assertEquals("5", notebook.value("int missing() { return 5; }\nlater()"));
    assertEquals("12", notebook.value("int twice(int n) { return 4 * n; }\ntwice(3)"));
    assertTrue(notebook.printed("%history").contains("%classpath"));
  }

  @Test
  void linesOfEarlierCellsAreToldAsBefore() {
    notebook.value("class Thrower {\n  void run() { throw new IllegalStateException(\"x\"); }\n}");
    notebook.value("%jvm --enable-preview");
    String trace = Notebook.plain(notebook.failure("new Thrower().run()"));
    assertTrue(trace.contains("at Thrower.run, Cell [1], line 2"), trace);
  }

  @Test
  void aModuleIsAdded() {
    String code = "jdk.incubator.vector.IntVector.SPECIES_PREFERRED.length() > 0";
    assertEquals("CompilationError", notebook.failure(code).errorName());
    notebook.value("%jvm --add-modules jdk.incubator.vector");
    assertEquals("true", notebook.value(code));
    String start = "jdk.incubator.vector.IntVec";
    Completion completion = notebook.interpreter.complete(start, start.length());
    assertTrue(completion.toString().contains("IntVector"), completion.toString());
  }

  @Test
  void optionsThatAreNoneLoseNothing() {
    notebook.value("int kept = 7;");
    for (String options :
        List.of("--add-modules=no.such.module", "--enable-preview -XX:NoSuch", "--no-such")) {
      CellResult.Failed failed = notebook.failure("%jvm " + options);
      assertTrue(failed.errorValue().contains("No JVM starts"), failed.errorValue());
      assertEquals(1, failed.errorValue().lines().count(), failed.errorValue());
      assertEquals("7", notebook.value("kept"));
    }
    CellResult.Failed failed = notebook.failure("%jvm --add-exports=nonsense");
    assertEquals(1, failed.errorValue().lines().count(), failed.errorValue());
    assertEquals("7", notebook.value("kept"));
    assertEquals("", notebook.value("%jvm"));
  }
}
