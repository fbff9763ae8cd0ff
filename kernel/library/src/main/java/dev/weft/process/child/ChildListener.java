package dev.weft.process.child;

/**
 * Told what comes from a child, by the one thread that reads from it.
 *
 * <p>While a method runs nothing else is read, so it should not wait for long.
 */
public interface ChildListener {

  /** A task has ended; its output has been printed. */
  void answered(long task, Answer answer);

  /** The child has ended; called once, after everything else. */
  void ended(ChildEnd end);
}
