package dev.weft.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the notebooks of a run; for use by one thread. */
final class RunSummary {
  private final long start = System.nanoTime();
  private final List<String> failures = new ArrayList<>();
  private final List<Path> written = new ArrayList<>();
  private final List<String> times = new ArrayList<>();
  private long latest = start;
  private int notebooks;
  private int cells;

  void ran(Path notebook, int cellsRun, Optional<CellFailure> failure, Optional<Path> output) {
    notebooks++;
    cells += cellsRun;
    failure.map(cell -> describe(notebook, cell)).ifPresent(failures::add);
    output.ifPresent(written::add);
    long now = System.nanoTime();
    String seconds = RunConsole.seconds(Duration.ofNanos(now - latest));
    times.add("%8s  %s".formatted(seconds, notebook.getFileName()));
    latest = now;
  }

  void unusable(String reason) {
    notebooks++;
    failures.add(reason);
  }

  private static String describe(Path notebook, CellFailure cell) {
    return "%s failed in cell %d of %d: %s (%s: %s)"
        .formatted(
            notebook,
            cell.number(),
            cell.total(),
            RunConsole.shorten(cell.firstLine()),
            cell.error().errorName(),
            cell.error().errorValue());
  }

  /** Prints the outcome and returns whether all went well. */
  boolean print(RunConsole console) {
    written.forEach(path -> console.success("Wrote " + path));
    if (times.size() > 1) {
      times.forEach(console::success);
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    String ran =
        "%s, %s, %s"
            .formatted(
                plural(notebooks, "notebook"), plural(cells, "cell"), RunConsole.seconds(elapsed));
    if (failures.isEmpty()) {
      console.success(ran + ": all ran to the end");
      return true;
    }
    failures.forEach(console::failure);
    console.failure("%s: %s failed".formatted(ran, plural(failures.size(), "notebook")));
    return false;
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
