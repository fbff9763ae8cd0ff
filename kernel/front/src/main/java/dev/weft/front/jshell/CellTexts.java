package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The cells that classes came from, by the name that stands for a cell in stack traces. */
final class CellTexts {

  private final Map<String, Cell> cells = new ConcurrentHashMap<>();

  /** Returns a cell's name, such as {@code Cell [3]}. */
  String label(Cell cell) {
    String label = "Cell [" + cell.executionCount() + "]";
    for (int i = 2; isOther(cells.putIfAbsent(label, cell), cell); i++) {
      label = "Cell [" + cell.executionCount() + "] (" + i + ")";
    }
    return label;
  }

  private static boolean isOther(Cell before, Cell cell) {
    return before != null && !before.code().equals(cell.code());
  }

  /** Returns whether that is the name of a cell. */
  boolean has(String label) {
    return cells.containsKey(label);
  }

  /** Returns the text of a line of a cell; empty if that name is no cell's. */
  Optional<String> line(String label, int line) {
    return Optional.ofNullable(cells.get(label))
        .map(cell -> new CellText(cell.code()).line(line, ""));
  }
}
