package dev.weft.runner;

import com.google.gson.JsonObject;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs the code cells of one notebook in order, in an interpreter of their own, and puts their
 * outputs into the notebook; used once, by one thread.
 *
 * <p>A cell that fails ends the run, unless errors are allowed or its tag {@code raises-exception}
 * allows them. Cells that are not reached are left without outputs; cells tagged {@code
 * skip-execution} and empty ones stay as they are.
 */
final class NotebookRunner {
  private final Notebook notebook;
  private final RunOptions options;
  private final RunConsole console;
  private final NotebookOutputs outputs = new NotebookOutputs();
  private final Map<Long, NotebookCell> started = new LinkedHashMap<>();

  NotebookRunner(Notebook notebook, RunOptions options, RunConsole console) {
    this.notebook = notebook;
    this.options = options;
    this.console = console;
  }

  /** Runs the notebook and returns the cell that ended the run before its end. */
  Optional<CellFailure> run(Function<OutputSink, Interpreter> interpreters) {
    List<NotebookCell> cells = notebook.cells();
    cells.stream().filter(NotebookCell::isExecutable).forEach(NotebookCell::clear);
    try (Interpreter interpreter = interpreters.apply(new OutputFanOut(outputs, console));
        CellTimer timer = new CellTimer(options.timeout())) {
      return runCells(cells, interpreter, timer);
    } finally {
      started.forEach((id, cell) -> cell.setOutputs(outputs.toJson(id)));
      ReferenceTimings.keep(notebook);
      NotebookJson.put(notebook.metadata(), "language_info", LanguageInfo.toJson());
    }
  }

  /** How many cells were run. */
  int cellsRun() {
    return started.size();
  }

  private Optional<CellFailure> runCells(
      List<NotebookCell> cells, Interpreter interpreter, CellTimer timer) {
    int total = (int) cells.stream().filter(NotebookCell::isExecutable).count();
    for (NotebookCell cell : cells) {
      if (cell.isMarkdown()) {
        console.headings(cell.source());
      } else if (cell.isExecutable()) {
        int number = started.size() + 1;
        console.cellStarted(number, total, cell.firstLine());
        CellResult result = runCell(cell, number, interpreter, timer);
        if (result instanceof CellResult.Unsuccessful error && !mayFail(cell)) {
          return Optional.of(new CellFailure(number, total, cell.firstLine(), error));
        }
      }
    }
    return Optional.empty();
  }

  private boolean mayFail(NotebookCell cell) {
    return options.allowErrors() || cell.tags().contains("raises-exception");
  }

  private CellResult runCell(
      NotebookCell cell, int number, Interpreter interpreter, CellTimer timer) {
    started.put((long) number, cell);
    cell.setExecutionCount(number);
    Instant start = Instant.now();
    timer.start(() -> interpreter.interrupt(number));
    CellResult result = interpreter.execute(new Cell(number, number, cell.source(), false, false));
    if (timer.stop()) {
      result = timedOut(result);
    }
    if (options.recordTiming()) {
      NotebookJson.put(cell.metadata(), "execution", Timing.between(start, Instant.now()));
    }
    keep(number, result);
    return result;
  }

  private void keep(int number, CellResult result) {
    switch (result) {
      case CellResult.Ok(var value) ->
          value.ifPresent(
              data -> {
                outputs.add(number, OutputNodes.result(data, number));
                console.result(number, data);
              });
      case CellResult.Unsuccessful error -> {
        outputs.add(number, OutputNodes.error(error));
        console.error(error);
      }
    }
  }

  private CellResult timedOut(CellResult result) {
    String value =
        "the cell took longer than %s and was interrupted"
            .formatted(RunConsole.seconds(options.timeout().orElseThrow()));
    List<String> traceback = new ArrayList<>();
    if (result instanceof CellResult.Unsuccessful error) {
      traceback.addAll(error.traceback());
    }
    traceback.add("CellTimeout: " + value);
    return new CellResult.Failed("CellTimeout", value, traceback);
  }

  /** A cell's times under the names of the messages that would have marked them. */
  private static final class Timing {
    static JsonObject between(Instant start, Instant end) {
      JsonObject times = new JsonObject();
      times.addProperty("iopub.execute_input", start.toString());
      times.addProperty("iopub.status.busy", start.toString());
      times.addProperty("iopub.status.idle", end.toString());
      times.addProperty("shell.execute_reply", end.toString());
      return times;
    }
  }
}
