package dev.weft.process.child;

/**
 * Whom a child works for, such as a notebook's cell: who gets its output, and who can stop it.
 *
 * <p>Safe for use by several threads.
 */
public interface Owner {

  /**
   * Prints what a child has printed, in pieces that may end within a line.
   *
   * <p>Each calling thread's pieces are put together to lines. May block while nobody reads.
   */
  void print(boolean error, String text);

  /** Shows what the calling thread has printed, also a line that has no end. */
  void flush();

  /**
   * Asks for an action when the owner is stopped.
   *
   * @return what to run when the action is of no use any more
   */
  Runnable onStop(Runnable action);

  /** Runs code on the calling thread, which works for the owner meanwhile. */
  default void run(Runnable body) {
    body.run();
  }
}
