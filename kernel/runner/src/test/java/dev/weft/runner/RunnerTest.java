package dev.weft.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.runner.RunOptions.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  @TempDir Path folder;

  private final ScriptedInterpreter interpreter =
      new ScriptedInterpreter().on("bad", (_, _) -> ScriptedInterpreter.failure());
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void showsTheRunWhileItHappens() throws IOException {
    interpreter.on(
        "print",
        (cell, sink) -> {
          sink.stream(cell.id(), "stdout", "no line break");
          sink.display(
              cell.id(),
              DisplayData.svg("<svg/>").with("text/plain", "a drawing"),
              Optional.empty(),
              false);
          return ScriptedInterpreter.nothing();
        });
    Path file = notebook("a.ipynb", "# Title\ntext\n## Part", "print", "1 + 1");

    assertEquals(Runner.OK, run(RunOptions.DEFAULT, file));

    assertEquals(
        """
        Title
        Part
        [1/2] a.ipynb  # s  print
        no line break
        [image/svg+xml] a drawing
        [2/2] a.ipynb  # s  1 + 1
        Out[2]: 1 + 1
        1 notebook, 2 cells, # s: all ran to the end
        """,
        printed().replaceAll("\\d+\\.\\d s", "# s"));
  }

  @Test
  void namesNotebookAndCellOfAFailureAndGoesOnWithTheNext() throws IOException {
    Path bad = notebook("bad.ipynb", "1", "bad", "3");
    Path good = notebook("good.ipynb", "1");

    assertEquals(Runner.FAILURE, run(RunOptions.DEFAULT, bad, good));

    assertTrue(printed().contains("\nline 1\n"), "the traceback, without colours");
    assertTrue(
        printed().contains(bad + " failed in cell 2 of 3: bad (ArithmeticException: / by zero)\n"),
        printed());
    assertTrue(printed().endsWith(": 1 notebook failed\n"), printed());
    assertEquals(2, interpreter.started, "each in an interpreter of its own");
    assertEquals(2, interpreter.closed);
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() throws IOException {
    Path bad = notebook("bad.ipynb", "bad");
    run(RunOptions.DEFAULT, bad);
    assertFalse(printed().contains("\u001b"));
    run(new RunOptions(new Target.Nowhere(), false, Optional.empty(), false, true, Map.of()), bad);
    assertTrue(printed().contains("\u001b[31mline 1"));
  }

  @Test
  void writesToTheTargetAlsoWhenACellHasFailed() throws IOException {
    Path bad = notebook("bad.ipynb", "bad");
    String before = Files.readString(bad);
    Path out = folder.resolve("new/out.ipynb");
    assertEquals(Runner.FAILURE, run(RunOptions.DEFAULT.with(new Target.ToFile(out)), bad));
    assertTrue(Files.readString(out).contains("ArithmeticException"));
    Path directory = folder.resolve("executed");
    run(RunOptions.DEFAULT.with(new Target.ToDirectory(directory)), bad);
    assertTrue(Files.exists(directory.resolve("bad.ipynb")));
    assertEquals(before, Files.readString(bad));
  }

  @Test
  void replacesInPlaceOnlyWhatRanToItsEnd() throws IOException {
    Path good = notebook("good.ipynb", "1");
    Path bad = notebook("bad.ipynb", "bad");
    String before = Files.readString(bad);
    run(RunOptions.DEFAULT.with(new Target.InPlace()), good, bad);
    assertTrue(Files.readString(good).contains("execute_result"));
    assertEquals(before, Files.readString(bad));
  }

  @Test
  void aBrokenNotebookIsOneLineAndIsNotTouched() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{");
    assertEquals(Runner.FAILURE, run(RunOptions.DEFAULT.with(new Target.InPlace()), broken));
    assertEquals("{", Files.readString(broken));
    assertTrue(printed().startsWith(broken + ": not JSON: it ends too early"), printed());
    assertEquals(0, interpreter.started);
  }

  @Test
  void onlyJavaIsRun() throws IOException {
    Path python = notebook("p.ipynb", "1");
    Files.writeString(python, Files.readString(python).replace("\"java\"", "\"python\""));
    assertEquals(Runner.FAILURE, run(RunOptions.DEFAULT, python));
    assertTrue(printed().contains("its language is python, only java can be run"), printed());
  }

  @Test
  void anInterpreterThatDoesNotStartIsOneLine() throws IOException {
    Path file = notebook("a.ipynb", "1");
    int code =
        Runner.run(
            RunOptions.DEFAULT,
            List.of(file),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            (folder, _, _) -> {
              throw new IllegalStateException("no worker in " + folder.getFileName() + "\nmore");
            });
    assertEquals(Runner.FAILURE, code);
    assertTrue(
        printed().startsWith(file + ": cannot be run: no worker in " + folder.getFileName() + "\n"),
        printed());
  }

  @Test
  void refusesTargetsThatWouldLoseNotebooks() throws IOException {
    Path a = notebook("a.ipynb", "1");
    Path b = notebook("b.ipynb", "1");
    RunOptions toFile = RunOptions.DEFAULT.with(new Target.ToFile(folder.resolve("x")));
    assertEquals(Runner.USAGE, run(toFile, a, b));
    RunOptions toFolder = RunOptions.DEFAULT.with(new Target.ToDirectory(folder.resolve("x")));
    assertEquals(Runner.USAGE, run(toFolder, a, a));
    assertEquals(Runner.USAGE, run(RunOptions.DEFAULT));
    assertEquals(List.of(), interpreter.executed);
  }

  private Path notebook(String name, String... cells) throws IOException {
    return Files.writeString(folder.resolve(name), TestNotebooks.withCells(cells));
  }

  private int run(RunOptions options, Path... notebooks) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return Runner.run(options, List.of(notebooks), out, interpreter);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
