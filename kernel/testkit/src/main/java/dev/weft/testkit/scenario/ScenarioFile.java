package dev.weft.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Scenarios written as text.
 *
 * <p>A scenario begins with {@code = its name}. A cell is a run of lines that begin with {@code >};
 * with {@code \>} the line is one with Java's escapes. What follows it says what it must do: {@code
 * value: } and {@code out: } give all lines of its value and its output, {@code note: } and {@code
 * says: } texts that its standard error and its error have (or, after {@code NOT }, have not),
 * {@code error: } the error's name, {@code shown: } texts that what it displays has, each on a line
 * such as {@code display text/html <b>x</b>}. What is not said must not be. Other lines explain. A
 * name that begins with {@code real: } marks a scenario that needs a worker in a JVM of its own.
 */
public final class ScenarioFile {

  private final List<Scenario> scenarios = new ArrayList<>();
  private List<ScenarioCell> cells = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private final Map<String, List<String>> expected = new HashMap<>();
  private String name = "";
  private int line;
  private int cellLine;

  private ScenarioFile() {}

  /** Returns the files of a folder that hold scenarios, in the order of their names. */
  public static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the scenarios of a file. */
  public static List<Scenario> read(Path file) {
    try {
      ScenarioFile reader = new ScenarioFile();
      Files.readAllLines(file).forEach(reader::take);
      reader.endScenario();
      return List.copyOf(reader.scenarios);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String text) {
    line++;
    if (text.startsWith("= ")) {
      endScenario();
      name = text.substring(2);
    } else if (text.startsWith(">") || text.startsWith("\\>")) {
      takeCode(text);
    } else {
      takeExpected(text);
    }
  }

  private void takeCode(String text) {
    if (!expected.isEmpty()) {
      endCell();
    }
    if (code.isEmpty()) {
      cellLine = line;
    }
    if (text.startsWith(">")) {
      code.append(text.substring(Math.min(text.length(), 2))).append('\n');
    } else {
      code.append(text.substring(3).translateEscapes());
    }
  }

  private void takeExpected(String text) {
    int colon = text.indexOf(": ");
    String key = colon < 0 ? "" : text.substring(0, colon);
    if (List.of("value", "out", "note", "says", "error", "shown").contains(key)) {
      expected.computeIfAbsent(key, k -> new ArrayList<>()).add(text.substring(colon + 2));
    } else {
      endCell();
    }
  }

  private void endCell() {
    if (!code.isEmpty()) {
      cells.add(
          new ScenarioCell(
              cellLine,
              code.toString().stripTrailing(),
              String.join("\n", lines("value")),
              String.join("\n", lines("out")),
              List.copyOf(lines("note")),
              String.join("\n", lines("error")),
              List.copyOf(lines("says")),
              List.copyOf(lines("shown"))));
    }
    code.setLength(0);
    expected.clear();
  }

  private List<String> lines(String key) {
    return expected.getOrDefault(key, List.of());
  }

  private void endScenario() {
    endCell();
    if (!cells.isEmpty()) {
      scenarios.add(new Scenario(name, List.copyOf(cells)));
    }
    cells = new ArrayList<>();
  }
}
