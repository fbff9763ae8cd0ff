package dev.weft.front.jshell;

import java.util.Optional;

/**
 * Something in a cell that does not compile.
 *
 * @param start offset in the cell where it begins
 * @param end offset behind it, at least the start
 * @param message the compiler's words, on one line
 * @param mistake what a hint can be found by
 */
record Problem(int start, int end, String message, Optional<Mistake> mistake) {

  Problem(int start, int end, String message) {
    this(start, end, message, Optional.empty());
  }
}
