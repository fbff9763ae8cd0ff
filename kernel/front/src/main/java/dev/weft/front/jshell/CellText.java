package dev.weft.front.jshell;

/** Lines and columns of a cell's code, both counted from one. */
record CellText(String code) {

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
