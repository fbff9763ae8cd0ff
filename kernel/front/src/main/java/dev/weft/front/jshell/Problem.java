package dev.weft.front.jshell;

/**
 * Something in a cell that does not compile.
 *
 * @param start offset in the cell where it begins
 * @param end offset behind it, at least the start
 * @param message the compiler's words, on one line
 */
record Problem(int start, int end, String message) {}
