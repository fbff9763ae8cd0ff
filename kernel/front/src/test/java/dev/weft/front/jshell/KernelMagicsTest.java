package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every magic that needs no resolver, over a worker in this JVM. */
class KernelMagicsTest {

  @TempDir Path folder;
  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook = new Notebook(LocalWorker::new, Duration.ofSeconds(60));
    notebook.value("%cd " + folder);
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void lsmagicAndHelp() {
    String list = notebook.printed("%lsmagic");
    for (String usage :
        new String[] {"%time JAVA, %%time JAVA", "%%bash", "! COMMAND", "/vars", "%load FILE"}) {
      assertTrue(list.contains(usage), list);
    }
    assertTrue(notebook.printed("%timeit?").contains("[-t SECONDS]"));
    assertTrue(notebook.printed("%magic %%writefile").contains("appends to the file"));
    assertEquals("UnknownMagic", notebook.failure("%magic nosuch").errorName());
  }

  @Test
  void aLongValueInAMagicIsNotCut() {
    notebook.value("String longText = \"x\".repeat(5_000);");
    assertTrue(notebook.printed("!echo {longText}").contains("x".repeat(5_000)));
  }

  @Test
  void aNotebookThatTheServerDoesNotNameHasNoReference() {
    assertEquals("0", notebook.value("List<String> r = %reference pools\nr.size()"));
    assertTrue(notebook.failure("%reference").errorValue().contains("name of a comparison"));
  }

  @Test
  void timeTellsBothTimesAndGivesTheValue() {
    assertTrue(notebook.printed("%time 1 + 2").matches("Wall time: .*, CPU time: .*\n"));
    assertEquals("3", notebook.value("%time 1 + 2"));
    assertEquals("7", notebook.value("int t1 = %time 3 + 4\nt1"));
    assertEquals("9", notebook.value("%%time\nint t2 = 4;\nt2 + 5"));
    assertEquals("4", notebook.value("%time int t3 = 4;\nt3"));
    assertTrue(notebook.failure("%time").errorValue().contains("no Java to measure"));
    CellResult.Failed failed = notebook.failure("int t4 = 1;\n%time nosuch(3)");
    assertTrue(failed.errorValue().startsWith("line 2: cannot find symbol"), failed.errorValue());
    assertTrue(Notebook.plain(failed).contains("line 2:7"), Notebook.plain(failed));
  }

  @Test
  void aTimelineHasALaneForEachThread() {
    String chart =
        notebook.value(
            """
            %%timeline Two
            var t = Thread.ofPlatform().name("two").start(() -> {});
            t.join();\
            """);
    assertTrue(chart.startsWith("Two, ") && chart.contains("\n  two"), chart);
  }

  @Test
  void whatATimelineDeclaresIsKept() {
    notebook.value("%%timeline\nint kept = 20;\nint twice(int i) { return 2 * i; }");
    assertEquals("40", notebook.value("twice(kept)"));
  }

  @Test
  void aTimelineOfABodyThatThrowsIsShownToo() {
    CellResult.Failed failed =
        notebook.failure(
            "%%timeline Oh\nint before = 3;\nthrow new IllegalStateException(\"no\");");
    assertEquals("IllegalStateException", failed.errorName().replaceFirst(".*\\.", ""));
    assertTrue(notebook.failure("%%timeline\nnosuch();").errorValue().contains("nosuch"));
    assertEquals("2", notebook.value("1 + 1"));
  }

  @Test
  void timelinesHaveOptions() throws IOException {
    Path file = folder.resolve("chart.json");
    String chart =
        notebook.value(
            "%%timeline --only t-* --sort=name --lanes 5 --fold --width 500 --file "
                + file
                + " Some threads\n"
                + "for (int i = 0; i < 3; i++) Thread.ofPlatform().name(\"t-\" + i)"
                + ".start(() -> {}).join();");
    assertTrue(chart.startsWith("Some threads, ") && chart.contains("t-# × 3"), chart);
    assertFalse(chart.contains("main"), chart);
    assertTrue(Files.readString(file).contains("traceEvents"));
    assertEquals("3", notebook.value("Timeline.last().only(\"t-?\").lanes().size()"));
    assertEquals(
        "--lanes takes a number from 1 to 200, not '0'.",
        notebook.failure("%%timeline --lanes 0\n1").errorValue());
    assertTrue(notebook.failure("%%timeline --sort up\n1").errorValue().contains("not 'up'"));
    assertTrue(notebook.failure("%%timeline --depth 3\n1").errorValue().contains("no option"));
    assertTrue(notebook.failure("%%timeline --file a.doc\n1").errorValue().contains(".svg"));
    assertTrue(notebook.failure("%%timeline").errorValue().contains("no Java"));
    assertTrue(notebook.printed("%timeline?").contains("--sort ORDER"));
  }

  @Test
  void timeitMeasuresAnExpressionAndStatements() {
    assertTrue(notebook.value("%timeit -t 0.05 Math.sqrt(7)").contains("Math.sqrt(7)"));
    assertTrue(notebook.value("%%timeit -t 0.05\nint x = 3;\nx++;").contains("int x = 3;"));
    assertEquals(
        "true",
        notebook.value("var r = %timeit -t 0.05 \"a\".repeat(9)\nr.fastest().medianNanos() > 0"));
    assertTrue(notebook.failure("%timeit").errorValue().contains("no Java"));
    assertTrue(notebook.failure("%timeit -t x f()").errorValue().contains("seconds"));
    assertTrue(notebook.failure("%timeit -n 3 f()").errorValue().contains("no option -n"));
  }

  @Test
  void whatTimeitCantCompileHasItsPlaceInTheCell() {
    String line = Notebook.plain(notebook.failure("int a = 1;\n%timeit -t 1  noSuch(a)"));
    assertTrue(line.contains("line 2:15 "), line);
    String block = Notebook.plain(notebook.failure("%%timeit\nint b = 1;\n\n  noSuch(b);"));
    assertTrue(block.contains("line 4:3 "), block);
    String thrown = Notebook.plain(notebook.failure("%%timeit\n\nInteger.parseInt(\"x\")"));
    assertTrue(thrown.contains(", line 3:9"), thrown);
    assertFalse(thrown.contains("dev.weft"), thrown);
  }

  @Test
  void wordsBehindAMagicThatTakesNoneAreRefused() {
    notebook.value("int spared = 3;");
    assertTrue(notebook.failure("%reset spared").errorValue().contains("there is: spared"));
    assertTrue(notebook.failure("%who spared").errorValue().contains("takes nothing"));
    assertEquals("3", notebook.value("spared"));
    notebook.value("record Reset(int x) {}\nimport java.util.zip.CRC32;");
    notebook.value("var resets = new Reset(1);");
    String before = notebook.errors();
    notebook.value("%reset");
    assertEquals(before, notebook.errors());
    assertEquals("", notebook.printed("%list"));
  }

  @Test
  void commandsPrintAndTellTheirStatus() {
    assertEquals("a b\n", notebook.printed("!echo a b"));
    notebook.value("!exit 3");
    assertTrue(notebook.errors().contains("(ended with status 3)"), notebook.errors());
    notebook.value("!echo oh >&2");
    assertTrue(notebook.errors().contains("oh\n"));
    notebook.value("int n1 = 42;");
    assertEquals("42 $HOME\n".replace("$HOME", home()), notebook.printed("!echo {n1} ${HOME}"));
    assertEquals("2", notebook.value("List<String> l1 = %sh printf 'a\\nb\\n'\nl1.size()"));
    assertEquals("CommandFailed", notebook.failure("%sh exit 4").errorName());
    assertTrue(notebook.failure("%sh").errorValue().contains("no command"));
  }

  private String shown(String mimeType) {
    return notebook.displayed().data().getOrDefault(mimeType, "nothing");
  }

  private static String home() {
    return String.valueOf(System.getenv("HOME"));
  }

  @Test
  void standardInputIsAtItsEnd() {
    assertEquals("end\n", notebook.printed("!cat; echo end"));
    assertEquals("end\n", notebook.printed("%%bash\nread line\necho end"));
  }

  @Test
  void anAbsentInterpreterIsToldOrSkipped() {
    String path = notebook.value("System.getenv(\"PATH\")");
    notebook.value("%env PATH=/no-such-folder");
    try {
      assertEquals("NoProgram", notebook.failure("%%python\nprint(1)").errorName());
      assertEquals(
          "Skipped: there is no python3 on this machine.\n",
          notebook.printed("%%python --or-skip\nprint(1)"));
    } finally {
      notebook.value("%env PATH=" + path.replace("\"", ""));
    }
  }

  @Test
  void scriptsRunWithTheirInterpreters() {
    assertEquals("x one 2\n", notebook.printed("%%bash one 2\nx=x\necho $x $1 $2"));
    assertEquals("3\n", notebook.printed("%%sh\necho $((1 + 2))"));
    assertEquals("3\n", notebook.printed("%%!\necho $((1 + 2))"));
    assertEquals("B\n", notebook.printed("%%script tr a-z A-Z\nb"));
    assertEquals("CommandFailed", notebook.failure("%%bash\nexit 3").errorName());
    assertTrue(notebook.failure("%%bash\nexit 3").errorValue().contains("status 3"));
    notebook.value("%%bash --no-raise-error\nexit 3");
    assertEquals("NoProgram", notebook.failure("%%script nosuchprogram\nx").errorName());
    assertTrue(notebook.failure("%%script\nx").errorValue().contains("%%script perl"));
    String big = "# " + "x".repeat(200_000) + "\n";
    assertEquals("end\n", notebook.printed("%%bash\n" + big + "echo end"));
  }

  @Test
  void pythonRunsOrIsMissedByName() {
    notebook.value("%env PATH=/nowhere");
    CellResult.Failed missing = notebook.failure("%%python\nprint(1)");
    assertTrue(missing.errorValue().startsWith("There is no python3 in"), missing.errorValue());
  }

  @Test
  void outputThatIsNotUtf8IsReplaced() {
    assertEquals("a\ufffdb\n", notebook.printed("!printf 'a\\377b\\n'"));
  }

  @Test
  void bodiesAreDisplayed() {
    notebook.value("%%html\n<b>x</b>");
    assertEquals("<b>x</b>", notebook.displayed().data().get("text/html"));
    notebook.value("%%markdown\n# x");
    assertEquals("# x", notebook.displayed().data().get("text/markdown"));
    notebook.value("%%latex\n$x$");
    assertEquals("$x$", notebook.displayed().data().get("text/latex"));
    notebook.value("%%svg\n<svg/>");
    assertEquals("<svg/>", notebook.displayed().data().get("image/svg+xml"));
    notebook.value("%%javascript\n1;");
    assertEquals("1;", notebook.displayed().data().get("application/javascript"));
  }

  @Test
  void filesAreWrittenAndRun() throws IOException {
    notebook.value("%%writefile a.jsh\nint w1 = 5;");
    assertEquals("int w1 = 5;\n", Files.readString(folder.resolve("a.jsh")));
    notebook.value("%%writefile -a a.jsh\nint w2 = w1 + 1;");
    notebook.value("%load a");
    assertEquals("6", notebook.value("w2"));
    assertTrue(notebook.failure("%%writefile no/such/file\nx").errorValue().contains("folder"));
    assertTrue(notebook.failure("%load nosuch").errorValue().startsWith("There is no file"));
    file("bad.java", "int ok = 1;\nint bad = nosuch;");
    CellResult.Failed failed = notebook.failure("%load bad.java");
    assertTrue(failed.errorValue().endsWith("(in bad.java)"), failed.errorValue());
    assertTrue(Notebook.plain(failed).startsWith("In bad.java:"), Notebook.plain(failed));
  }

  @Test
  void notebooksAreRun() throws IOException {
    file(
        "n.ipynb",
        """
        {"cells": [
          {"cell_type": "markdown", "source": "# no"},
          {"cell_type": "code", "source": ["int nb1 = 3;\\n", "%pwd"]},
          {"cell_type": "code", "source": "int nb2 = nb1 * 2;"}
        ]}
        """);
    notebook.value("%load n.ipynb");
    assertEquals("6", notebook.value("nb2"));
    file("broken.ipynb", "{\"cells\": 3}");
    assertTrue(notebook.failure("%load broken.ipynb").errorValue().contains("no notebook"));
  }

  @Test
  void theEnvironmentIsToldAndSet() {
    notebook.value("%env WEFT_TEST=a b");
    assertEquals("a b\n", notebook.printed("!echo $WEFT_TEST"));
    assertEquals("a b", notebook.value("String e1 = %env WEFT_TEST\ne1"));
    assertTrue(notebook.printed("%env").contains("WEFT_TEST=a b\n"));
    notebook.value("%env -u WEFT_TEST");
    assertTrue(notebook.failure("%env WEFT_TEST").errorValue().contains("no variable WEFT_TEST"));
  }

  @Test
  void theDirectoryIsToldAndChanged() throws IOException {
    Files.createDirectory(folder.resolve("sub dir"));
    notebook.value("%cd \"sub dir\"");
    assertTrue(notebook.printed("!pwd").endsWith("/sub dir\n"));
    assertEquals(folder.resolve("sub dir").toString(), notebook.value("String d1 = %pwd;\nd1"));
    String told = notebook.printed("%cd ..");
    assertTrue(told.contains("add --restart"), told);
    assertTrue(notebook.failure("%cd nosuch").errorValue().startsWith("There is no folder"));
  }

  @Test
  void declarationsAreListedAndDropped() {
    notebook.value(
        "int v1 = 7;\nint m1(String s) { return 1; }\nrecord R1(int x) {}\nimport java.awt.*;");
    assertTrue(notebook.printed("%who").contains("v1  m1  R1"));
    notebook.value("%whos");
    String table = shown("text/plain");
    assertTrue(table.matches("(?s).*v1 +variable +int +7\n.*"), table);
    assertTrue(table.contains("(String)int"), table);
    assertTrue(shown("text/html").contains("<table>"));
    notebook.value("/imports");
    assertTrue(shown("text/plain").contains("java.awt.*"));
    assertTrue(notebook.printed("/list").contains("record R1(int x) {}"));
    notebook.value("%drop v1");
    assertFalse(notebook.printed("%who").contains("v1"));
    assertTrue(notebook.failure("%drop v1").errorValue().contains("Nothing has the name v1"));
    assertTrue(notebook.printed("%reset").startsWith("All declarations were removed."));
    assertEquals("Nothing is declared.\n", notebook.printed("%who"));
  }

  @Test
  void cellsAreRemembered() {
    notebook.value("int h1 = 1;");
    notebook.value("h1 += 10;");
    assertTrue(notebook.printed("%history").contains("[3] h1 += 10;\n"));
    assertFalse(notebook.printed("%history -l 1").contains("h1"));
    notebook.value("%rerun 3");
    assertEquals("21", notebook.value("h1"));
    assertEquals("h1 += 10;", notebook.value("List<String> h2 = %history 3\nh2.get(0)"));
    assertTrue(notebook.failure("%rerun 99").errorValue().contains("No cell"));
    assertTrue(notebook.failure("%history x").errorValue().contains("3-5"));
  }

  @Test
  void theJvmIsStartedAnewWithOtherOptions() {
    notebook.value("int j1 = 7;\nint j2() { return 3; }");
    String told = notebook.printed("%jvm -Xmx100m \"-Da=b c\"");
    assertTrue(told.contains("Options: -Xmx100m -Da=b c"), told);
    assertTrue(told.contains("These variables were reset: j1."), told);
    assertEquals("3", notebook.value("j1 + j2()"));
    assertEquals("Options: -Xmx100m -Da=b c\n", notebook.printed("%jvm"));
    CellResult.Failed refused = notebook.failure("lineMagic(\"jvm\", List.of(\"-Xmx1g\"));");
    assertTrue(refused.errorValue().contains("line of its own"), refused.errorValue());
  }

  @Test
  void anExtensionThatIsNotThereIsMissedByName() {
    CellResult.Failed missing = notebook.failure("%load_ext nosuch.Extension");
    assertTrue(missing.errorValue().contains("no class nosuch.Extension"), missing.errorValue());
  }

  @Test
  void laterPartsDoNotRunAfterAFailure() {
    notebook.value("int f1 = 1;");
    notebook.failure("f1 = 2;\n%cd nosuch\nf1 = 3;");
    assertEquals("2", notebook.value("f1"));
  }
}
