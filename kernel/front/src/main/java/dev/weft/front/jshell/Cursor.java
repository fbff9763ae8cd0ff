package dev.weft.front.jshell;

import java.util.List;

/**
 * The piece of a cell in which a cursor stands, and where in it.
 *
 * @param piece its text, up to the end of the cell's text where it is not finished
 * @param offset where the piece begins in the cell
 * @param position the cursor, counted from there
 */
record Cursor(String piece, int offset, int position) {

  static Cursor find(CellSplitter splitter, String code, int cursor) {
    int at = Math.clamp(cursor, 0, code.length());
    String before = code.substring(0, at);
    List<Piece> pieces = splitter.split(before);
    int offset = pieces.isEmpty() ? 0 : pieces.getLast().offset();
    return new Cursor(code.substring(offset), offset, at - offset);
  }
}
