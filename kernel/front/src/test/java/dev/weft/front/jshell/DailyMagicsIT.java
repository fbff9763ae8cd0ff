package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.jshell.WorkerSettings.WorkerStart;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Magics of every day, with a worker JVM. */
@Timeout(300)
class DailyMagicsIT {

  private static final Path JAR = Path.of("target", "home", "worker", "weft-worker.jar");

  @TempDir Path folder;
  private Notebook notebook;

  @BeforeEach
  void start() {
    WorkerOptions options =
        WorkerOptions.of(JAR.toAbsolutePath()).withWorkingDirectory(folder.toAbsolutePath());
    notebook = new Notebook(new WorkerStart(WorkerLauncher::of, options), Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  @Test
  void timeitGivesNumbersToJavaAndShowsAChart() {
    CellResult.Ok shown =
        assertInstanceOf(CellResult.Ok.class, notebook.run("%timeit -t 0.05 Math.sqrt(7)"));
    DisplayData value = shown.value().orElseThrow();
    String text = value.data().getOrDefault(DisplayData.TEXT, "");
    assertTrue(text.contains("Math.sqrt(7)"), text);
    assertTrue(value.data().toString().contains("<svg"), value.data().keySet().toString());
    assertEquals(
        "true",
        notebook.value("var t = %timeit -t 0.05 \"a\".repeat(9)\nt.fastest().medianNanos() > 0"));
  }

  @Test
  void cellsAreRememberedAndRunAgain() {
    notebook.value("int h = 1;");
    notebook.value("h += 10;");
    assertEquals("[1] int h = 1;\n[2] h += 10;\n", notebook.printed("%history"));
    notebook.value("%rerun 2");
    assertEquals("21", notebook.value("h"));
    assertEquals("h += 10;", notebook.value("List<String> c = %history 2\nc.get(0)"));
  }

  @Test
  void declarationsAreListedAndDropped() {
    notebook.value("int kept = 4;\nint gone() { return kept; }");
    String listed = notebook.printed("%list");
    assertTrue(listed.contains("int kept = 4;\n"), listed);
    assertTrue(listed.contains("int gone() { return kept; }\n"), listed);
    notebook.value("%drop gone");
    assertFalse(notebook.printed("%list").contains("gone"));
    assertTrue(notebook.failure("gone()").errorValue().contains("cannot find symbol"));
    assertEquals("4", notebook.value("kept"));
  }

  @Test
  void filesAreWrittenAndLoaded() throws IOException {
    notebook.value("%%writefile part.jsh\nint one = 1;");
    notebook.value("%%writefile -a part.jsh\nint two() { return one + 1; }");
    notebook.value("%load part");
    assertEquals("2", notebook.value("two()"));
    Files.writeString(
        folder.resolve("other.ipynb"),
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": "# no Java"},
          {"cell_type": "code", "metadata": {}, "source": ["int three = two() + 1;\\n", "%pwd"]},
          {"cell_type": "code", "metadata": {}, "source": "int four = three + 1;"}
        ]}
        """);
    assertTrue(notebook.printed("%load other.ipynb").contains(folder.getFileName().toString()));
    assertEquals("7", notebook.value("three + four"));
  }

  @Test
  void aBodyIsShownOrRunByPython() {
    notebook.value("%%markdown\n# Title");
    assertEquals("# Title", notebook.displayed().data().get("text/markdown"));
    String printed =
        notebook.printed("%%python\nimport sys\nprint(sys.version_info.major, sum(range(5)))");
    assertEquals("3 10\n", printed);
  }

  @Test
  void oneLineTellsWhatANewJvmHasReset() {
    notebook.value("int lost = 5;\nint kept() { return 6; }");
    String expected = "Imports, methods and classes are kept. These variables were reset: lost.\n";
    assertTrue(notebook.printed("%env --restart WEFT_IT=1").endsWith(expected));
    assertEquals("1", notebook.value("System.getenv(\"WEFT_IT\")"));
    notebook.value("lost = 7;");
    assertTrue(notebook.printed("%cd --restart .").endsWith(expected));
    assertEquals("6", notebook.value("lost + kept()"));
  }
}
