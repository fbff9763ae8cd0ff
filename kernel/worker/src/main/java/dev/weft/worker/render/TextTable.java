package dev.weft.worker.render;

import java.util.ArrayList;
import java.util.List;

/** A table as text in aligned columns: text to the left, numbers to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  static String format(Table table) {
    List<List<String>> lines = new ArrayList<>();
    if (!table.header().isEmpty()) {
      lines.add(line(table.hasLabels() ? List.of("") : List.of(), table.header()));
    }
    for (Table.Row row : table.rows()) {
      List<String> label = row.label().map(cell -> List.of(cell.text())).orElse(List.of());
      lines.add(line(label, row.cells().stream().map(Table.Cell::text).toList()));
    }
    return join(lines, right(table)) + (table.note().isEmpty() ? "" : "\n" + table.note());
  }

  private static List<String> line(List<String> label, List<String> cells) {
    List<String> line = new ArrayList<>(label);
    line.addAll(cells);
    line.replaceAll(text -> text.replace("\n", "↵").replace("\t", " "));
    return line;
  }

  private static boolean[] right(Table table) {
    int first = table.hasLabels() ? 1 : 0;
    boolean[] right = new boolean[first + table.columns()];
    for (int i = 0; i < table.columns(); i++) {
      right[first + i] = table.isNumeric(i);
    }
    if (first == 1) {
      right[0] = table.rows().getFirst().label().orElseThrow().kind() == Table.Kind.NUMBER;
    }
    return right;
  }

  private static String join(List<List<String>> lines, boolean[] right) {
    int[] widths = new int[right.length];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - width(line.get(i)));
        row.append(i == 0 ? "" : GAP);
        row.append(right[i] ? blanks + line.get(i) : line.get(i) + blanks);
      }
      text.append(text.isEmpty() ? "" : "\n").append(row.toString().stripTrailing());
    }
    return text.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
