package dev.weft.front.magic;

/** What a magic does that stands on one line. */
@FunctionalInterface
public interface LineMagic {

  /**
   * Does it, on the thread that runs cells, and returns when it is done.
   *
   * @return the value, for Java code that assigns it to a variable
   * @throws MagicException if it can't be done, with words for the person who wrote the line
   */
  MagicValue run(Arguments arguments, MagicContext context) throws MagicException;
}
