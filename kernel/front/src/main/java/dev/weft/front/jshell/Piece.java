package dev.weft.front.jshell;

/**
 * A part of a cell that JShell takes as one snippet.
 *
 * @param source what JShell is given, which may end with a semicolon that the cell has not
 * @param offset where in the cell the source's first character stands; negative where the source
 *     begins with something that the cell has not; in the edited cell, where it was edited
 * @param edits what has been put in, or in place of magics
 */
record Piece(String source, int offset, Edits edits) {

  /** A piece of a cell as it stands. */
  Piece(String source, int offset) {
    this(source, offset, Edits.NONE);
  }

  /** Returns this with a word put in before an offset of the source. */
  Piece withInsertion(int at, String word) {
    String longer = source.substring(0, at) + word + source.substring(at);
    return new Piece(longer, offset, edits.withInsertion((long) offset + at, word.length()));
  }

  /** Returns the cell's offset for one of the source, kept within the cell. */
  int toCell(long sourceOffset, String cell) {
    return Math.clamp(edits.toOriginal(sourceOffset + offset), 0, cell.length());
  }
}
