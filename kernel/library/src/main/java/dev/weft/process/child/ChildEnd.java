package dev.weft.process.child;

import java.util.List;

/**
 * How a child has ended.
 *
 * @param exitCode its exit status, or the negative number of the signal that has ended it
 * @param lastErrors the last lines of its error stream
 */
public record ChildEnd(int exitCode, List<String> lastErrors) {

  /** Keeps its own copy. */
  public ChildEnd {
    lastErrors = List.copyOf(lastErrors);
  }

  /**
   * Tells a status from a signal.
   *
   * @param status what the system says; 128 and the number for a signal
   * @param orderly whether the child has said that it ends
   * @param signal the signal that it said to end by, or that it was sent; 0 for none
   */
  static int code(int status, boolean orderly, int signal) {
    if (orderly) {
      return signal > 0 ? -signal : status;
    }
    boolean windows = java.io.File.separatorChar == '\\';
    if (windows) {
      return signal > 0 ? -signal : status;
    }
    return status > 128 && status <= 128 + 64 ? 128 - status : status;
  }
}
