package dev.weft.sync;

import dev.weft.segment.Mutex;
import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.segment.WaitWord;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Permits for threads of all processes that have it: a {@link java.util.concurrent.Semaphore} one
 * level further out.
 *
 * <pre>{@code
 * var seats = new ProcessSemaphore(2);
 * try (var pool = new ProcessPool(5)) {
 *   pool.forEach(Range.range(5), i -> {
 *     try (var seat = Held.hold(seats)) {
 *       System.out.println(i + " sits");       // at most two at a time
 *     }
 *   });
 * }
 * }</pre>
 *
 * <p>It is known which process holds how many permits. Those of a killed process come back within
 * 100 ms. As with the JDK's, a thread may release what it has not acquired: that counts for what
 * its own process holds, then for what others hold, then as new permits; with {@link #bounded}
 * there are never more than at first. Where permits are messages, which one process releases and
 * another acquires for good, {@link #forSignals} is right: those that were acquired are gone, also
 * after a death.
 *
 * <p>Not fair. The handle is serializable and safe for use by all threads.
 */
public final class ProcessSemaphore extends SharedHandle {

  private static final long serialVersionUID = 1;

  /** The mutex is at 0 and guards the rest, whose total is what is free and what is held. */
  private static final long SEQUENCE = 8;

  private static final long WAITERS = 12;
  private static final long TOTAL = 16;
  private static final long BOUND = 20;
  private static final long OWNED = 24;
  private static final long TABLE = 32;

  /** Of how many processes it is known what they hold. */
  private static final int PROCESSES = 256;

  /** What {@link #WAITERS} says: that some may wait for one permit, or for more. */
  private static final int FOR_ONE = 1;

  private static final int FOR_MANY = 2;

  /** What {@link #attempt} returns where it succeeds; no value of the sequence. */
  private static final int TAKEN = -1;

  private final transient MemorySegment memory;
  private final transient Mutex mutex;
  private final transient WaitWord sequence;
  private final transient PermitTable holders;

  /**
   * Makes a semaphore.
   *
   * @throws IllegalArgumentException if the permits are negative
   */
  public ProcessSemaphore(int permits) {
    this(SharedNames.next("ProcessSemaphore"), permits);
  }

  /**
   * Makes a semaphore.
   *
   * @param name for messages and timelines
   * @throws IllegalArgumentException if the permits are negative
   */
  public ProcessSemaphore(String name, int permits) {
    this(create(name, permits, Integer.MAX_VALUE, true));
  }

  /**
   * Makes a semaphore that never has more permits than at first: a release beyond that throws an
   * {@link IllegalStateException}.
   *
   * @throws IllegalArgumentException if the permits are negative
   */
  public static ProcessSemaphore bounded(int permits) {
    String name = SharedNames.next("ProcessSemaphore");
    return new ProcessSemaphore(create(name, permits, permits, true));
  }

  /**
   * Makes a semaphore whose permits belong to nobody: one process releases them, another acquires
   * them, and they are gone.
   *
   * @throws IllegalArgumentException if the permits are negative
   */
  public static ProcessSemaphore forSignals(int permits) {
    String name = SharedNames.next("ProcessSemaphore");
    return new ProcessSemaphore(create(name, permits, Integer.MAX_VALUE, false));
  }

  private static Region create(String name, int permits, int bound, boolean owned) {
    requireNotNegative(permits);
    Region region = Region.create(name, TABLE + (owned ? PermitTable.bytes(PROCESSES) : 8));
    MemorySegment memory = region.memory();
    memory.set(ValueLayout.JAVA_INT, TOTAL, permits);
    memory.set(ValueLayout.JAVA_INT, BOUND, bound);
    memory.set(ValueLayout.JAVA_INT, OWNED, owned ? PROCESSES : 0);
    return region;
  }

  ProcessSemaphore(Region region) {
    super(region);
    memory = region.memory();
    mutex = new Mutex(region, 0);
    sequence = new WaitWord(memory, SEQUENCE);
    int processes = memory.get(ValueLayout.JAVA_INT, OWNED);
    holders = new PermitTable(memory.asSlice(TABLE), processes);
  }

  private static void requireNotNegative(int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException("Negative number of permits: " + permits);
    }
  }

  /**
   * Acquires a permit; waits for it until an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public void acquire() throws InterruptedException {
    acquire(1);
  }

  /**
   * Acquires permits, all at once; waits for them until an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if the permits are negative
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public void acquire(int permits) throws InterruptedException {
    acquireInterruptibly(permits, Wait.interruptibly());
  }

  /** Acquires a permit; waits for it for as long as it takes. An interrupt is kept for later. */
  public void acquireUninterruptibly() {
    acquireUninterruptibly(1);
  }

  /** Acquires permits, as {@link #acquireUninterruptibly()}. */
  public void acquireUninterruptibly(int permits) {
    requireNotNegative(permits);
    Wait wait = Wait.uninterruptibly();
    try {
      acquire(permits, wait);
    } finally {
      wait.end();
    }
  }

  /** Acquires a permit if there is one, also one that a killed process has left; never waits. */
  public boolean tryAcquire() {
    return tryAcquire(1);
  }

  /** Acquires permits, all at once, as {@link #tryAcquire()}. */
  public boolean tryAcquire(int permits) {
    requireNotNegative(permits);
    mutex.lock();
    try {
      if (available() < permits) {
        holders.reclaim();
      }
      return take(permits);
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Acquires a permit; waits for it for a time.
   *
   * @param time 0 and less do not wait
   * @return whether it was acquired
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public boolean tryAcquire(long time, TimeUnit unit) throws InterruptedException {
    return tryAcquire(1, time, unit);
  }

  /** Acquires permits, all at once, as {@link #tryAcquire(long, TimeUnit)}. */
  public boolean tryAcquire(int permits, long time, TimeUnit unit) throws InterruptedException {
    return acquireInterruptibly(permits, Wait.upTo(unit.toNanos(time)));
  }

  /** Acquires a permit; waits for it for a time, as {@link #tryAcquire(long, TimeUnit)}. */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return acquireInterruptibly(1, Wait.upTo(Times.nanos(timeout)));
  }

  private boolean acquireInterruptibly(int permits, Wait wait) throws InterruptedException {
    requireNotNegative(permits);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      return acquire(permits, wait) || wait.orInterrupted();
    } finally {
      wait.end();
    }
  }

  private boolean acquire(int permits, Wait wait) {
    int seen = attempt(permits, false, false);
    if (seen == TAKEN) {
      return true;
    }
    Span waiting = Trace.begin(Activity.PERMIT_WAIT, region.name());
    try {
      boolean goOn = true;
      while (goOn) {
        goOn = wait.sleep(sequence, seen);
        seen = attempt(permits, true, wait.isCheckDue());
        if (seen == TAKEN) {
          return true;
        }
      }
      sequence.wake(1);
      return false;
    } finally {
      waiting.end();
    }
  }

  /** Takes permits, or returns the value of the sequence to sleep on. */
  private int attempt(int permits, boolean waited, boolean look) {
    mutex.lock();
    try {
      boolean cameBack = look && holders.reclaim() > 0;
      boolean taken = take(permits);
      if (!taken || waited) {
        set(WAITERS, Math.max(get(WAITERS), permits > 1 ? FOR_MANY : FOR_ONE));
      }
      if (cameBack) {
        advance();
        sequence.wakeAll();
      }
      return taken ? TAKEN : sequence.get();
    } finally {
      mutex.unlock();
    }
  }

  private boolean take(int permits) {
    if (available() < permits) {
      return false;
    }
    if (isOwned()) {
      holders.add(permits);
    } else {
      set(TOTAL, get(TOTAL) - permits);
    }
    return true;
  }

  private boolean isOwned() {
    return get(OWNED) > 0;
  }

  private int available() {
    return isOwned() ? get(TOTAL) - holders.total() : get(TOTAL);
  }

  /** The sequence has no negative values. */
  private void advance() {
    sequence.set((sequence.get() + 1) & Integer.MAX_VALUE);
  }

  /**
   * Releases a permit. Any thread of any process may do it; see the class.
   *
   * @throws IllegalStateException if it is bounded and has all its permits, or is closed
   */
  public void release() {
    release(1);
  }

  /**
   * Releases permits, as {@link #release()}.
   *
   * @throws IllegalArgumentException if they are negative
   * @throws IllegalStateException if it is bounded and would have more than at first, or is closed
   */
  public void release(int permits) {
    requireNotNegative(permits);
    int waiters;
    mutex.lock();
    try {
      giveBack(permits);
      waiters = get(WAITERS);
      if (waiters > 0 && permits > 0) {
        set(WAITERS, 0);
        advance();
      }
    } finally {
      mutex.unlock();
    }
    if (waiters > 0 && permits > 0) {
      sequence.wake(waiters == FOR_MANY ? Integer.MAX_VALUE : permits);
    }
  }

  private void giveBack(int permits) {
    int free = available();
    if (permits > get(BOUND) - free) {
      if (get(BOUND) == Integer.MAX_VALUE) {
        throw new Error("Maximum permit count exceeded");
      }
      throw new IllegalStateException(
          region.name()
              + " has "
              + free
              + " of "
              + get(BOUND)
              + " permits, "
              + permits
              + " more can't be released");
    }
    int left = permits;
    if (isOwned()) {
      int own = Math.min(left, holders.own());
      if (own > 0) {
        holders.add(-own);
      }
      left -= own;
      left -= left > 0 ? holders.takeFromOthers(left) : 0;
    }
    if (left > 0) {
      set(TOTAL, get(TOTAL) + left);
    }
  }

  /** Returns how many permits are free now. */
  public int availablePermits() {
    mutex.lock();
    try {
      return available();
    } finally {
      mutex.unlock();
    }
  }

  /** Acquires all permits that are free, and returns how many those were. */
  public int drainPermits() {
    mutex.lock();
    try {
      int free = available();
      take(free);
      return free;
    } finally {
      mutex.unlock();
    }
  }

  private int get(long offset) {
    return memory.get(ValueLayout.JAVA_INT, offset);
  }

  private void set(long offset, int value) {
    memory.set(ValueLayout.JAVA_INT, offset, value);
  }

  @Override
  void poison() {
    mutex.poison();
  }

  @Override
  void wake() {
    sequence.wakeAll();
  }

  @Override
  String state() {
    return availablePermits() + " permits";
  }

  @Override
  SyncTicket ticket() {
    return new SyncTicket(SyncTicket.Kind.SEMAPHORE, region.ref(), null);
  }
}
