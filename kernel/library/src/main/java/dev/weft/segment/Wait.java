package dev.weft.segment;

import java.util.concurrent.TimeUnit;

/**
 * The patience of one thread that waits for something once. For use by that thread alone.
 *
 * <p>{@link #end} must be called at the end, in a {@code finally}.
 */
public final class Wait {

  /** The longest sleep, in nanoseconds. */
  public static final long SLICE = TimeUnit.MILLISECONDS.toNanos(50);

  private final boolean interruptible;
  private final boolean timed;
  private final long deadline;
  private boolean interrupted;
  private boolean checkDue;

  private Wait(boolean interruptible, boolean timed, long nanos) {
    this.interruptible = interruptible;
    this.timed = timed;
    deadline = timed ? System.nanoTime() + nanos : 0;
  }

  /** Returns patience for ever; an interrupt is kept for later. */
  public static Wait uninterruptibly() {
    return new Wait(false, false, 0);
  }

  /** Returns patience until an interrupt. */
  public static Wait interruptibly() {
    return new Wait(true, false, 0);
  }

  /**
   * Returns patience for a time, and until an interrupt.
   *
   * @param nanos of any size; 0 and less allow no sleep
   */
  public static Wait upTo(long nanos) {
    return new Wait(true, true, Math.max(0, nanos));
  }

  /**
   * Sleeps while the word has a value, for a slice at most; may also return for no reason.
   *
   * @return whether to look again and go on; otherwise to look a last time and give up
   */
  public boolean sleep(WaitWord word, int expected) {
    interrupted |= Thread.interrupted();
    long left = timed ? deadline - System.nanoTime() : SLICE;
    checkDue = isOver() || left <= 0;
    if (checkDue) {
      return false;
    }
    long start = System.nanoTime();
    Waiting.own().await(word, expected, Math.min(left, SLICE));
    interrupted |= Thread.interrupted();
    boolean over = isOver() || (timed && deadline - System.nanoTime() <= 0);
    checkDue = over || System.nanoTime() - start >= SLICE;
    return !over;
  }

  private boolean isOver() {
    return interruptible && interrupted;
  }

  /** Returns whether nobody woke it for a while, or it is over: time to look who still lives. */
  public boolean isCheckDue() {
    return checkDue;
  }

  /**
   * Returns the nanoseconds that are left, 0 or less where none are; {@code MAX_VALUE} for ever.
   */
  public long nanosLeft() {
    return timed ? deadline - System.nanoTime() : Long.MAX_VALUE;
  }

  /**
   * Ends a wait that was in vain.
   *
   * @return false
   * @throws InterruptedException if it ended by an interrupt
   */
  public boolean orInterrupted() throws InterruptedException {
    if (isOver()) {
      interrupted = false;
      throw new InterruptedException();
    }
    return false;
  }

  /** Gives an interrupt that had no effect back to the thread. */
  public void end() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
