package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell's code as the compiler gets it: what is not for it is blanked, so that nothing moves.
 *
 * @param notes what the person is told about that, a line each
 */
record CellSource(String code, List<String> notes) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final Pattern PACKAGE = Pattern.compile("\\s*(package\\s+[^;\\n]+;)");

  static CellSource of(String cell) {
    String code = cell.indexOf(BYTE_ORDER_MARK) == 0 ? " " + cell.substring(1) : cell;
    List<String> notes = new ArrayList<>();
    if (code.contains("package")) {
      Matcher statement = PACKAGE.matcher(SourceMask.mask(code));
      if (statement.lookingAt()) {
        code = blank(code, statement.start(1), statement.end(1));
        notes.add(
            "`" + statement.group(1) + "` has no effect: what cells declare is in no package");
      }
    }
    return new CellSource(code, List.copyOf(notes));
  }

  /** Returns the cell with this code. */
  Cell in(Cell cell) {
    return code.equals(cell.code())
        ? cell
        : new Cell(cell.id(), cell.executionCount(), code, cell.silent(), cell.allowStdin());
  }

  private static String blank(String code, int from, int to) {
    StringBuilder blanked = new StringBuilder(code);
    for (int i = from; i < to; i++) {
      if (code.charAt(i) != '\n') {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
