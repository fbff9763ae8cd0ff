package dev.weft.runner;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shows a run on a terminal or in a log while it happens.
 *
 * <p>Safe for use by several threads.
 */
final class RunConsole implements OutputSink {
  private static final Pattern ESCAPE_SEQUENCE = Pattern.compile("\\u001b\\[[0-9;]*m");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.*\\S)\\s*$");
  private static final int CODE_COLUMNS = 60;

  private final PrintStream out;
  private final boolean colour;
  private String notebook = "";
  private long notebookStart;
  private boolean midLine;

  RunConsole(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  synchronized void notebookStarted(String name) {
    notebook = name;
    notebookStart = System.nanoTime();
  }

  /** Prints the headings of a Markdown text, as a sign of where the run is. */
  synchronized void headings(String markdown) {
    HEADING.matcher(markdown).results().forEach(heading -> line(style("1", heading.group(1))));
  }

  synchronized void cellStarted(int number, int total, String firstLine) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - notebookStart);
    String place = "[%d/%d] %s  %s".formatted(number, total, notebook, seconds(elapsed));
    line(style("36", place) + "  " + shorten(firstLine));
  }

  synchronized void result(int number, DisplayData data) {
    line(style("2", "Out[%d]: ".formatted(number)) + describe(data));
  }

  synchronized void error(CellResult.Unsuccessful error) {
    for (String text : error.traceback()) {
      line(colour ? text : ESCAPE_SEQUENCE.matcher(text).replaceAll(""));
    }
  }

  /** Prints a line about the run itself that is good news. */
  synchronized void success(String message) {
    line(style("32", message));
  }

  /** Prints a line about the run itself that is bad news. */
  synchronized void failure(String message) {
    line(style("31", message));
  }

  @Override
  public synchronized void stream(long cell, String name, String text) {
    out.print(text);
    out.flush();
    midLine = text.isEmpty() ? midLine : !text.endsWith("\n");
  }

  @Override
  public synchronized void display(
      long cell, DisplayData data, Optional<String> id, boolean update) {
    if (!update) {
      line(describe(data));
    }
  }

  @Override
  public void clear(long cell, boolean wait) {
    // what has been printed stays
  }

  @Override
  public void requestInput(long cell, String prompt, boolean password) {
    // cells may not ask
  }

  private static String describe(DisplayData data) {
    String formats =
        data.data().keySet().stream()
            .filter(type -> !type.equals(DisplayData.TEXT))
            .collect(Collectors.joining(", "));
    String text = data.data().getOrDefault(DisplayData.TEXT, "");
    if (formats.isEmpty()) {
      return text;
    }
    return List.of("[" + formats + "]", text).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(text.contains("\n") ? "\n" : " "));
  }

  private void line(String text) {
    if (midLine) {
      out.println();
    }
    out.println(text);
    out.flush();
    midLine = false;
  }

  private String style(String code, String text) {
    return colour ? "\u001b[%sm%s\u001b[0m".formatted(code, text) : text;
  }

  static String shorten(String code) {
    return code.length() <= CODE_COLUMNS ? code : code.substring(0, CODE_COLUMNS - 1) + "…";
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9);
  }
}
