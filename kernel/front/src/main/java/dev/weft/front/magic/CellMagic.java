package dev.weft.front.magic;

/** What a magic does that takes the whole cell. */
@FunctionalInterface
public interface CellMagic {

  /**
   * Does it, on the thread that runs cells, and returns when it is done.
   *
   * @param body what stands below the first line
   * @return the value, for Java code that called the magic, or the cell's result
   * @throws MagicException if it can't be done, with words for the person who wrote the cell
   */
  MagicValue run(Arguments arguments, Source body, MagicContext context) throws MagicException;
}
