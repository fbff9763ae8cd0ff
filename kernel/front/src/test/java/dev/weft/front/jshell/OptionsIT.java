package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.NotebookOptions;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class OptionsIT {

  private static final Path JAR =
      Path.of("target", "home", "worker", "weft-worker.jar").toAbsolutePath();

  @TempDir private Path folder;

  private Notebook notebook = new Notebook(KernelOptions.NONE, WorkerOptions.of(JAR));

  private void start(NotebookOptions more, String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("WEFT_CONFIG", folder.resolve("none.properties").toString());
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    notebook.close();
    KernelOptions options = more.addTo(KernelOptions.read(environment, folder), folder);
    notebook = new Notebook(options, WorkerOptions.of(JAR));
  }

  private void start(String... variables) {
    start(NotebookOptions.NONE, variables);
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  @Test
  void startUpFilesAndCodeRunBeforeTheFirstCell() throws Exception {
    Files.writeString(folder.resolve("1.jsh"), "int one = 1;\nint two() { return one + 1; }\n");
    Files.writeString(folder.resolve("2.jsh"), "%who\nimport java.nio.file.*;\n");
    start("IJAVA_STARTUP_SCRIPTS_PATH=*.jsh", "IJAVA_STARTUP_SCRIPT=int three = two() + 1;");
    assertEquals("6", notebook.value("one + two() + three"));
    assertEquals("7", notebook.value("three = 7"));
    assertEquals("7", notebook.value("three"));
  }

  @Test
  void oneThatFailsIsToldUnderTheFirstCellWhichRuns() throws Exception {
    Files.writeString(folder.resolve("bad.jsh"), "int a = 1;\nint b = \"x\";\n");
    Files.writeString(folder.resolve("good.jsh"), "int c = 3;\n");
    start(
        "JJAVA_STARTUP_SCRIPTS_PATH=*.jsh",
        "JJAVA_STARTUP_SCRIPT=throw new IllegalStateException(\"no\");",
        "JJAVA_CLASSPATH=none.jar",
        "WEFT_COMPILER_OPTS=--no-such-option");
    assertEquals("4", notebook.value("c + 1"));
    String errors = notebook.errors();
    assertTrue(errors.contains("bad.jsh failed"), errors);
    assertTrue(errors.contains("incompatible types"), errors);
    assertTrue(errors.contains("start-up code failed"), errors);
    assertTrue(errors.contains("IllegalStateException"), errors);
    assertTrue(errors.contains("JJAVA_CLASSPATH: there is no none.jar"), errors);
    assertTrue(errors.contains("--no-such-option"), errors);
    notebook.value("1 + 1");
    assertEquals(errors, notebook.errors());
  }

  @Test
  void aStatementThatTakesTooLongIsStopped() {
    start("IJAVA_TIMEOUT=2 SECONDS");
    assertEquals("1", notebook.value("int kept = 1;\nkept"));
    CellResult.Failed failed =
        notebook.failure("int before = 5;\nwhile (true) { kept++; }\nint after = 6;");
    assertEquals("TimeoutException", failed.errorName());
    assertTrue(failed.errorValue().contains("longer than 2 s"), failed.errorValue());
    assertEquals("5", notebook.value("before"));
    assertEquals("", notebook.value("for (int i = 0; i < 3; i++) { Thread.sleep(10); }"));
  }

  @Test
  void theLimitIsForOneStatementNotForTheCell() {
    start("WEFT_TIMEOUT=4000");
    assertEquals(
        "3",
        notebook.value(
            "Thread.sleep(1800);\nThread.sleep(1800);\nThread.sleep(1800);\nint done = 3;\ndone"));
  }

  @Test
  void optionsReachCompilerAndJvm() throws Exception {
    Files.createDirectories(folder.resolve("classes"));
    Files.writeString(folder.resolve("classes/note.txt"), "n");
    start("WEFT_COMPILER_OPTS=-parameters", "WEFT_JVM_OPTS=-Dname=value", "WEFT_CLASSPATH=classes");
    assertEquals("value", notebook.value("System.getProperty(\"name\")"));
    assertEquals(
        "wanted",
        notebook.value(
            "class P { void m(int wanted) {} }\n"
                + "P.class.getDeclaredMethod(\"m\", int.class).getParameters()[0].getName()"));
    assertEquals(
        "true",
        notebook.value(
            "Thread.currentThread().getContextClassLoader().getResource(\"note.txt\") != null"));
  }

  @Test
  void extensionsOfJarsAreInstalledUnlessToldOtherwise() throws Exception {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(services.resolve("dev.weft.magic.NotebookExtension"), "no.such.Extension");
    String add = "%classpath " + folder.resolve("classes");
    start("WEFT_LOAD_EXTENSIONS=0");
    notebook.value(add);
    assertEquals("2", notebook.value("1 + 1"));
    start();
    CellResult.Failed failed = notebook.failure(add);
    assertTrue(failed.errorValue().contains("An extension was not installed"), failed.toString());
  }

  @Test
  void aNotebookMayAskForPreviewFeaturesAndModules() {
    start(
        new NotebookOptions(
            List.of("--enable-preview", "--add-modules=jdk.incubator.vector"),
            List.of(),
            List.of()));
    assertEquals(
        "small",
        notebook.value(
            "Object n = 3;\n"
                + "switch (n) { case int i when i < 5 -> \"small\"; default -> \"big\"; }"));
    assertEquals(
        "true", notebook.value("jdk.incubator.vector.IntVector.SPECIES_PREFERRED.length() > 0"));
  }
}
