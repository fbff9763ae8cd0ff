package dev.weft.front.jshell;

/**
 * A part of a cell that JShell takes as one snippet.
 *
 * @param source what JShell is given, which may end with a semicolon that the cell has not
 * @param offset where in the cell the source's first character stands; negative where the source
 *     begins with something that the cell has not
 */
record Piece(String source, int offset) {

  /** Returns the cell's offset for one of the source, kept within the cell. */
  int toCell(long sourceOffset, String cell) {
    return Math.clamp(sourceOffset + offset, 0, cell.length());
  }
}
