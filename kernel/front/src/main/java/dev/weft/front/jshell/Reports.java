package dev.weft.front.jshell;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.remote.WorkerEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the person is told about interrupts, dead workers and values that could not be kept. */
final class Reports {

  private Reports() {}

  static CellResult interrupted() {
    String value = "The cell was interrupted; everything declared so far is kept.";
    return new CellResult.Interrupted(
        "Interrupted", value, List.of(Ansi.strong("Interrupted") + ": " + value));
  }

  static CellResult timedOut(Duration limit) {
    String name = "TimeoutException";
    String value =
        "A statement took longer than "
            + words(limit)
            + ", the limit that was chosen, and was stopped; everything declared so far is kept.";
    return new CellResult.Failed(name, value, List.of(Ansi.strong(name) + ": " + value));
  }

  private static String words(Duration time) {
    return time.toMillis() < 1000 || time.toMillisPart() != 0
        ? time.toMillis() + " ms"
        : time.toSeconds() + " s";
  }

  static CellResult died(WorkerEnd end, boolean byInterrupt, List<String> variables) {
    String name = byInterrupt ? "Interrupted" : "WorkerDied";
    String value =
        byInterrupt
            ? "The cell did not stop when it was interrupted, so its JVM was ended."
            : "The cell's JVM " + end.description() + ".";
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.strong(name) + ": " + value);
    lines.add(kept(variables));
    if (!byInterrupt && !end.lastErrorLines().isEmpty()) {
      lines.add("The last lines that it wrote to its standard error:");
      end.lastErrorLines().forEach(line -> lines.add("    " + line));
    }
    return new CellResult.WorkerDied(name, value, List.copyOf(lines));
  }

  static String diedIdle(WorkerEnd end, List<String> variables) {
    return "The JVM that runs cells " + end.description() + ". " + kept(variables) + "\n";
  }

  private static String kept(List<String> variables) {
    String kept = "A new JVM was started; imports, methods and classes are kept.";
    return variables.isEmpty()
        ? kept
        : kept + " These variables were reset: " + String.join(", ", variables) + ".";
  }

  static String lost(List<String> variables) {
    return "Reset because what they depend on has changed: " + String.join(", ", variables) + ".\n";
  }
}
