package dev.weft.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotebookRunnerTest {
  private final ScriptedInterpreter interpreter = new ScriptedInterpreter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Notebook notebook = notebook();

  @Test
  void keepsOutputsOfEveryKindInTheirOrder() {
    interpreter.on(
        "all",
        (cell, sink) -> {
          sink.stream(cell.id(), "stdout", "a\n");
          sink.stream(cell.id(), "stdout", "b");
          sink.stream(cell.id(), "stderr", "c");
          sink.stream(cell.id(), "stdout", "d\r");
          sink.display(cell.id(), DisplayData.html("<b>").with("text/plain", "b"), none(), false);
          return new CellResult.Ok(
              Optional.of(
                  new DisplayData(
                      Map.of("application/json", "{\"z\": 1.0, \"a\": 2}", "image/png", "a\nb"),
                      Map.of("image/png", "{\"width\": 3}"))));
        });
    run("all");
    assertEquals(
        json(
            """
            [{"name": "stdout", "output_type": "stream", "text": ["a\\n", "b"]},
             {"name": "stderr", "output_type": "stream", "text": ["c"]},
             {"name": "stdout", "output_type": "stream", "text": ["d\\r"]},
             {"data": {"text/html": ["<b>"], "text/plain": ["b"]}, "metadata": {},
              "output_type": "display_data"},
             {"data": {"application/json": {"a": 2, "z": 1.0}, "image/png": "a\\nb"},
              "execution_count": 1, "metadata": {"image/png": {"width": 3}},
              "output_type": "execute_result"}]\
            """),
        NotebookJson.write(outputs(0)));
  }

  @Test
  void timingsThatCellsShowAreKeptInTheMetadata() {
    String type = "application/vnd.weft.timings+json";
    String timings = "{\"name\": \"pools\", \"machine\": \"2 cores\", \"medians\": {\"a\": 1.5}}";
    interpreter.on(
        "all",
        (cell, sink) -> new CellResult.Ok(Optional.of(DisplayData.text("t").with(type, timings))));
    run("all");
    assertEquals(
        json("{\"reference\": {\"pools\": {\"machine\": \"2 cores\", \"medians\": {\"a\": 1.5}}}}"),
        NotebookJson.write(notebook.metadata().get("weft")));
  }

  @Test
  void updatesEveryOutputWithThatDisplayIdInAllCells() {
    interpreter
        .on("show", (cell, sink) -> display(sink, cell.id(), "first", false))
        .on("update", (cell, sink) -> display(sink, cell.id(), "second", true));
    run("show", "show", "update");
    assertEquals("second", shown(0, 0));
    assertEquals("second", shown(1, 0));
    assertEquals(0, outputs(2).size());
  }

  @Test
  void clearsAtOnceOrWhenMoreArrives() {
    interpreter
        .on("now", (cell, sink) -> streamThenClear(sink, cell.id(), false))
        .on("wait", (cell, sink) -> streamThenClear(sink, cell.id(), true))
        .on(
            "wait, then more",
            (cell, sink) -> {
              CellResult result = streamThenClear(sink, cell.id(), true);
              sink.stream(cell.id(), "stdout", "new");
              sink.stream(cell.id(), "stdout", "er");
              return result;
            });
    run("now", "wait", "wait, then more");
    assertEquals(0, outputs(0).size());
    assertEquals("old", NotebookJson.text(outputs(1).get(0).getAsJsonObject().get("text")));
    assertEquals(1, outputs(2).size());
    assertEquals("newer", NotebookJson.text(outputs(2).get(0).getAsJsonObject().get("text")));
  }

  @Test
  void lateOutputGoesToTheCellThatItBelongsTo() {
    interpreter.on(
        "later",
        (_, sink) -> {
          sink.stream(1, "stdout", "late");
          return ScriptedInterpreter.nothing();
        });
    run("first", "later");
    assertEquals(2, outputs(0).size());
    assertEquals("late", NotebookJson.text(outputs(0).get(1).getAsJsonObject().get("text")));
    assertEquals(0, outputs(1).size());
  }

  @Test
  void theFirstErrorEndsTheRunAndNamesItsCell() {
    interpreter.on("bad", (_, _) -> ScriptedInterpreter.failure());
    Optional<CellFailure> failure = run("# Title", "one", "bad", "never");
    assertEquals(2, failure.orElseThrow().number());
    assertEquals(3, failure.orElseThrow().total());
    assertEquals("bad", failure.orElseThrow().firstLine());
    assertEquals(List.of("one", "bad"), interpreter.executed);
    assertEquals("error", outputs(2).get(0).getAsJsonObject().get("output_type").getAsString());
    assertEquals(0, outputs(3).size(), "outputs of an earlier run are not left");
    assertTrue(cell(3).get("execution_count").isJsonNull());
    assertEquals(1, interpreter.closed);
  }

  @Test
  void tagsLetACellFailOrSkipIt() {
    interpreter.on("bad", (_, _) -> ScriptedInterpreter.failure());
    assertTrue(run("raises-exception|bad", "skip-execution|skipped", "after").isEmpty());
    assertEquals(List.of("bad", "after"), interpreter.executed);
    assertEquals(1, cell(0).get("execution_count").getAsInt());
    assertEquals(7, cell(1).get("execution_count").getAsInt(), "stays as it was");
    assertEquals(2, cell(2).get("execution_count").getAsInt());
  }

  @Test
  void errorsMayBeAllowed() {
    interpreter.on("bad", (_, _) -> ScriptedInterpreter.failure());
    notebook = notebook("bad", "after");
    RunOptions options =
        new RunOptions(
            new RunOptions.Target.Nowhere(), true, Optional.empty(), true, false, Map.of());
    assertTrue(run(options).isEmpty());
    assertEquals(List.of("bad", "after"), interpreter.executed);
    JsonObject times =
        cell(0).getAsJsonObject("metadata").getAsJsonObject("execution").getAsJsonObject();
    assertEquals(
        List.of(
            "iopub.execute_input", "iopub.status.busy", "iopub.status.idle", "shell.execute_reply"),
        List.copyOf(times.keySet()));
  }

  @Test
  void aCellThatTakesTooLongIsInterrupted() {
    notebook = notebook("hang", "never");
    CellFailure failure = run(withTimeout()).orElseThrow();
    assertEquals("CellTimeout", failure.error().errorName());
    assertEquals("stopped", failure.error().traceback().getFirst());
    assertEquals(List.of("hang"), interpreter.executed);
  }

  @Test
  void aCellThatEndsWellButTooLateHasFailed() {
    notebook = notebook("hang, then end", "never");
    assertEquals("CellTimeout", run(withTimeout()).orElseThrow().error().errorName());
  }

  @Test
  void languageInfoIsWrittenAndTheRestIsKept() {
    run("1");
    JsonObject metadata = notebook.metadata();
    assertEquals(List.of("kernelspec", "language_info"), List.copyOf(metadata.keySet()));
    assertEquals("java", metadata.getAsJsonObject("language_info").get("name").getAsString());
    assertFalse(cell(0).getAsJsonObject("metadata").has("execution"));
  }

  private static RunOptions withTimeout() {
    return new RunOptions(
        new RunOptions.Target.Nowhere(),
        false,
        Optional.of(Duration.ofMillis(1)),
        false,
        false,
        Map.of());
  }

  private static CellResult display(OutputSink sink, long cell, String text, boolean update) {
    sink.display(cell, DisplayData.text(text), Optional.of("id"), update);
    return ScriptedInterpreter.nothing();
  }

  private static CellResult streamThenClear(OutputSink sink, long cell, boolean wait) {
    sink.stream(cell, "stdout", "old");
    sink.clear(cell, wait);
    return ScriptedInterpreter.nothing();
  }

  private Optional<CellFailure> run(String... cells) {
    notebook = notebook(cells);
    return run(RunOptions.DEFAULT);
  }

  private Optional<CellFailure> run(RunOptions options) {
    RunConsole console =
        new RunConsole(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
    return new NotebookRunner(notebook, options, console).run(interpreter);
  }

  private JsonObject cell(int index) {
    return notebook.cells().get(index).node();
  }

  private JsonArray outputs(int index) {
    return cell(index).getAsJsonArray("outputs");
  }

  private String shown(int cell, int output) {
    JsonObject data = outputs(cell).get(output).getAsJsonObject().getAsJsonObject("data");
    return NotebookJson.text(data.get("text/plain"));
  }

  private static Notebook notebook(String... cells) {
    try {
      return Notebook.parse(TestNotebooks.withCells(cells));
    } catch (NotebookException e) {
      throw new AssertionError(e);
    }
  }

  private static String json(String text) {
    try {
      return NotebookJson.write(NotebookJson.parse(text));
    } catch (NotebookException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
