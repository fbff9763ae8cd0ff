package dev.weft.front.jshell;

import java.util.List;

/** Lines and columns of a cell's code, both counted from one. */
record CellText(String code) {

  /** How much of a line is shown, and of that how much before the mark. */
  private static final int WIDTH = 200;

  private static final int BEFORE = 80;

  int line(int offset) {
    return 1 + (int) code.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  int column(int offset) {
    return offset - lineStart(offset) + 1;
  }

  private int lineStart(int offset) {
    return code.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns the text of the line in which the offset lies. */
  String lineAt(int offset) {
    int end = code.indexOf('\n', offset);
    return code.substring(lineStart(offset), end < 0 ? code.length() : end);
  }

  /** Returns the text of a line, or nothing where there is no such line. */
  String line(int number, String otherwise) {
    return code.lines().skip(Math.max(0, number - 1L)).findFirst().orElse(otherwise);
  }

  /** Returns the line of an offset and a mark below it; of a long line only what is around that. */
  List<String> marked(int start, int end) {
    String line = lineAt(start);
    int from = line.length() <= WIDTH ? 0 : Math.max(0, column(start) - 1 - BEFORE);
    int to = Math.min(line.length(), from + WIDTH);
    String left = from > 0 ? "…" : "";
    String shown = left + line.substring(from, to) + (to < line.length() ? "…" : "");
    int shift = lineStart(start) + from - left.length();
    return List.of(shown, new CellText(shown).caretLine(start - shift, end - shift));
  }

  /** Returns blanks and a mark that stands below the part of a line between two offsets. */
  String caretLine(int start, int end) {
    int from = lineStart(start);
    int to = Math.clamp(end, start + 1, Math.max(start + 1, from + lineAt(start).length()));
    StringBuilder blanks = new StringBuilder();
    for (int i = from; i < start; i++) {
      blanks.append(code.charAt(i) == '\t' ? '\t' : ' ');
    }
    return blanks + "^" + "~".repeat(Math.max(0, to - start - 1));
  }
}
