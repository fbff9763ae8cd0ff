package dev.weft.segment;

import java.util.concurrent.TimeUnit;

/**
 * Looks again and again for a moment before a thread sleeps, where that pays.
 *
 * <p>It pays where the other side answers within microseconds and has a processor for itself: then
 * both save a sleep and a wake-up. On a busy machine it only takes time from the others. So what
 * succeeds is done again, and what is in vain ever more rarely, down to once in some hundred waits;
 * virtual threads and machines with one processor do without.
 *
 * <p>May be used by several threads; what they overwrite of each other is one attempt.
 */
public final class Spin {

  /** In nanoseconds: a little more than a wake-up takes, after which both sides are awake. */
  public static final long LONGEST = TimeUnit.MICROSECONDS.toNanos(40);

  private static final int RAREST = 512;
  private static final boolean ALONE = Runtime.getRuntime().availableProcessors() < 2;

  /** So many waits are left without an attempt. */
  private int rest;

  /** So many waits were left out after the last attempt in vain. */
  private int pause;

  /** Finds out whether a wait is over. */
  public interface Look<E extends Exception> {
    /** Returns whether it is. */
    boolean isOver() throws E;
  }

  /** Looks for a moment, if that pays, and returns whether it was over. */
  public <E extends Exception> boolean look(Look<E> look) throws E {
    if (ALONE || rest > 0 || Thread.currentThread().isVirtual()) {
      rest--;
      return false;
    }
    long end = System.nanoTime() + LONGEST;
    do {
      if (look.isOver()) {
        pause /= 4;
        return true;
      }
      Thread.onSpinWait();
    } while (System.nanoTime() - end < 0);
    pause = Math.min(2 * pause + 1, RAREST);
    rest = pause;
    return false;
  }
}
