package dev.weft.worker.render;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a value that is shown as rows and columns.
 *
 * @param caption what the rows are of
 * @param header the columns' names; empty for none
 * @param rows as many as are shown, each with as many cells as there are columns
 * @param moreRows how many rows are left out
 * @param moreColumns how many columns are left out
 */
record Table(
    Optional<String> caption, List<String> header, List<Row> rows, long moreRows, int moreColumns) {

  /** Rows, columns and characters of a cell that are shown at most. */
  static final int MOST_ROWS = 50;

  static final int MOST_COLUMNS = 20;
  static final int MOST_CHARS = 120;

  private static final int MOST_NESTED = 10;

  /**
   * One row.
   *
   * @param label what stands before the cells: an index, a key; empty for nothing
   */
  record Row(Optional<Cell> label, List<Cell> cells) {}

  /** One value: its text and how it is shown. */
  record Cell(String text, Kind kind) {

    static Cell of(@Nullable Object value) {
      if (value == null) {
        return new Cell("null", Kind.NULL);
      }
      Kind kind = value instanceof Number ? Kind.NUMBER : Kind.TEXT;
      return new Cell(InlineText.of(value, MOST_NESTED, MOST_CHARS), kind);
    }
  }

  /** How a cell is shown. */
  enum Kind {
    TEXT,
    NUMBER,
    NULL
  }

  /** What stands where a row has nothing in a column. */
  static final Cell NOTHING = new Cell("", Kind.TEXT);

  int columns() {
    return rows.isEmpty() ? header.size() : rows.getFirst().cells().size();
  }

  boolean hasLabels() {
    return !rows.isEmpty() && rows.getFirst().label().isPresent();
  }

  /** Whether a column holds numbers, as far as it holds anything. */
  boolean isNumeric(int column) {
    boolean numeric = false;
    for (Row row : rows) {
      Kind kind = row.cells().get(column).kind();
      if (kind == Kind.TEXT && !row.cells().get(column).text().isEmpty()) {
        return false;
      }
      numeric |= kind == Kind.NUMBER;
    }
    return numeric;
  }

  /** Says what is left out, or nothing. */
  String note() {
    String rest = moreRows == 0 ? "" : "… " + Values.count(moreRows) + " more rows";
    String side = moreColumns == 0 ? "" : Values.count(moreColumns) + " more columns";
    if (rest.isEmpty()) {
      return side.isEmpty() ? "" : "… " + side;
    }
    return side.isEmpty() ? rest : rest + ", " + side;
  }
}
