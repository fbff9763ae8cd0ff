package dev.weft.segment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Excludes threads of all processes from each other, and outlives its holder.
 *
 * <p>Eight bytes: the {@linkplain ProcessKey key} of the process that holds it, or 0, and in bit 31
 * whether somebody may wait. Who gives it back clears that bit and wakes one; who has waited sets
 * it again, as there may be more. The lower half is what sleepers sleep on. Who finds after a slice
 * that the holder has died takes it over. Not reentrant, not fair; it knows processes, not threads.
 * What a holder did is seen by the next.
 */
public final class Mutex {

  /** What it takes, in bytes. */
  public static final int BYTES = 8;

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final long WAITERS = 1L << 31;
  private static final long POISON = Integer.MAX_VALUE;
  private static final long LOWER = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 4;

  private final Region region;
  private final MemorySegment memory;
  private final long offset;
  private final WaitWord word;
  private final long self = ProcessKey.self();

  /** How it was got, or not. */
  public enum Taken {
    /** It was not got: no patience was left. */
    NO,
    /** It was free, or became so. */
    YES,
    /** Its holder has died; what it guards may be half changed. */
    FROM_DEAD
  }

  /**
   * Finds it in a region; zeros are a free one.
   *
   * @param offset in bytes, a multiple of 8
   */
  public Mutex(Region region, long offset) {
    this.region = region;
    memory = region.memory();
    this.offset = offset;
    word = new WaitWord(memory, offset + LOWER);
  }

  /** Takes it if it is free, and does not look whether its holder lives. */
  public boolean tryLock() {
    return LONG.compareAndSet(memory, offset, 0L, self);
  }

  /**
   * Takes it if it is free or its holder has died.
   *
   * @throws IllegalStateException if it is closed
   */
  public Taken tryTake() {
    long now = get();
    if (holder(now) == POISON) {
      throw closed();
    }
    if (now == 0) {
      return swap(0, self) ? Taken.YES : Taken.NO;
    }
    boolean dead = !ProcessKey.isAlive(holder(now)) && swap(now, self | WAITERS);
    return dead ? Taken.FROM_DEAD : Taken.NO;
  }

  /**
   * Takes it for some instructions, through interrupts.
   *
   * @return whether its last holder has died holding it
   * @throws IllegalStateException if it is closed
   */
  public boolean lock() {
    if (tryLock()) {
      return false;
    }
    Wait wait = Wait.uninterruptibly();
    try {
      return lock(wait) == Taken.FROM_DEAD;
    } finally {
      wait.end();
    }
  }

  /**
   * Waits for it.
   *
   * @throws IllegalStateException if it is closed
   */
  public Taken lock(Wait wait) {
    long mark = 0;
    boolean over = false;
    while (true) {
      long now = get();
      if (holder(now) == 0) {
        if (swap(now, self | mark)) {
          return Taken.YES;
        }
      } else if (holder(now) == POISON) {
        throw closed();
      } else if (wait.isCheckDue() && !ProcessKey.isAlive(holder(now))) {
        if (swap(now, self | WAITERS)) {
          return Taken.FROM_DEAD;
        }
      } else if (over) {
        word.wake(1);
        return Taken.NO;
      } else if ((now & WAITERS) != 0 || swap(now, now | WAITERS)) {
        mark = WAITERS;
        over = !wait.sleep(word, (int) (now | WAITERS));
      }
    }
  }

  /**
   * Gives it back. Does nothing if it has been closed since.
   *
   * @throws IllegalMonitorStateException if this process does not hold it
   */
  public void unlock() {
    if (!swap(self, 0)) {
      unlock(get());
    }
  }

  private void unlock(long now) {
    if (holder(now) == self && swap(now, 0)) {
      word.wake(1);
    } else if (holder(get()) != POISON) {
      throw new IllegalMonitorStateException(region.name() + " is not held by this process");
    }
  }

  /** Returns the process that holds it, or 0; dead or alive. */
  public long holder() {
    long holder = holder(get());
    return holder == POISON ? 0 : holder;
  }

  /** Makes every attempt to take it fail from now on, also those that wait now. */
  public void poison() {
    LONG.setVolatile(memory, offset, POISON);
    word.wakeAll();
  }

  private long get() {
    return (long) LONG.getVolatile(memory, offset);
  }

  private boolean swap(long from, long to) {
    return LONG.compareAndSet(memory, offset, from, to);
  }

  private static long holder(long state) {
    return state & ~WAITERS;
  }

  private IllegalStateException closed() {
    return new IllegalStateException(region.name() + " is closed");
  }
}
