package dev.weft.front.magic;

import java.util.Optional;

/**
 * Text, and where it stands, so that errors in it are shown there.
 *
 * @param text the text
 * @param offset where it begins in the cell, in UTF-16 units, or in the file; less where it begins
 *     with something that stands nowhere
 * @param file the name of the file that it was read from, empty for a part of the cell
 */
public record Source(String text, int offset, Optional<String> file) {

  private static final int MADE = Integer.MIN_VALUE;

  /** Returns a part of the cell that runs. */
  public static Source inCell(String text, int offset) {
    return new Source(text, offset, Optional.empty());
  }

  /** Returns the whole text of a file, or what else has a name. */
  public static Source ofFile(String name, String text) {
    return new Source(text, 0, Optional.of(name));
  }

  /** Returns text that stands nowhere, but came from the magic that is being run. */
  static Source made(String text) {
    return new Source(text, MADE, Optional.empty());
  }

  /** Returns this, or for text that stands nowhere the same at an offset. */
  public Source at(int otherwise) {
    return offset == MADE ? new Source(text, otherwise, file) : this;
  }
}
