package dev.weft.sync;

import dev.weft.deadlock.Party;
import dev.weft.segment.Mutex;
import dev.weft.segment.ProcessKey;
import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock between threads of all processes that have it: a {@link
 * java.util.concurrent.locks.ReentrantLock} one level further out.
 *
 * <pre>{@code
 * var lock = new ProcessLock();
 * var total = SharedValue.ofInt(0);
 * try (var pool = new ProcessPool(4)) {
 *   pool.forEach(Range.range(100), i -> {
 *     try (var held = Held.hold(lock)) {
 *       total.set(total.get() + i);           // one process at a time
 *     }
 *   });
 * }
 * total.get()                               // 4950
 * }</pre>
 *
 * <p>The holder is a thread of a process. When its process is killed, the next one gets the lock
 * within 100 ms, and {@link #ownerDied} says for as long as it holds it that what the lock guards
 * may be half changed. A thread that ends without unlocking keeps the lock, as in the JDK.
 *
 * <p>Not fair. An uncontended lock and unlock take some nanoseconds. The handle is serializable and
 * safe for use by all threads.
 */
public final class ProcessLock extends SharedHandle implements Lock {

  private static final long serialVersionUID = 1;

  /**
   * The mutex is at 0; the holder writes the rest. The thread's id is mixed with its process, so
   * that who finds its own there is the holder, whatever the dead have left.
   */
  private static final long THREAD = 8;

  private static final long MIXER = 0x9E37_79B9_7F4A_7C15L;
  private static final long SALT = ProcessKey.self() * MIXER;

  /** How often it is taken, and above that whether the owner before died. */
  private static final long COUNT = 16;

  private static final long DIED = 1L << 32;
  private static final long BYTES = 24;

  private final transient MemorySegment memory;
  private final transient Mutex mutex;
  private final transient boolean reentrant;

  /** Of the holder, if it locked by this handle. */
  private transient Span held = Span.NONE;

  /** Makes a reentrant lock. */
  public ProcessLock() {
    this(SharedNames.next("ProcessLock"));
  }

  /**
   * Makes a reentrant lock.
   *
   * @param name for messages and timelines
   */
  public ProcessLock(String name) {
    this(Region.create(name, BYTES), true);
  }

  /**
   * Makes a lock that its holder can't take again: where {@link #lock} would wait for its own
   * thread for ever, it throws an {@link IllegalMonitorStateException}.
   */
  public static ProcessLock nonReentrant() {
    return nonReentrant(SharedNames.next("ProcessLock"));
  }

  /**
   * Makes a lock that its holder can't take again, as {@link #nonReentrant()}.
   *
   * @param name for messages and timelines
   */
  public static ProcessLock nonReentrant(String name) {
    return new ProcessLock(Region.create(name, BYTES), false);
  }

  ProcessLock(Region region, boolean reentrant) {
    super(region);
    this.reentrant = reentrant;
    memory = region.memory();
    mutex = new Mutex(region, 0);
  }

  /**
   * Takes the lock; waits for it for as long as it takes. An interrupt is kept for later.
   *
   * @throws IllegalMonitorStateException if the calling thread has it and it is not reentrant
   * @throws IllegalStateException if it is closed, also while waiting
   */
  @Override
  public void lock() {
    if (mutex.tryLock()) {
      taken(false);
      return;
    }
    Wait wait = Wait.uninterruptibly();
    try {
      acquire(wait);
    } finally {
      wait.end();
    }
  }

  /**
   * Takes the lock; waits for it until an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted; it does not hold the lock then
   * @throws IllegalMonitorStateException if the calling thread has it and it is not reentrant
   * @throws IllegalStateException if it is closed, also while waiting
   */
  @Override
  public void lockInterruptibly() throws InterruptedException {
    acquireInterruptibly(Wait.interruptibly());
  }

  /**
   * Takes the lock if it is free, or if its holder has been killed; never waits.
   *
   * @return whether the thread has it now
   * @throws IllegalStateException if it is closed
   */
  @Override
  public boolean tryLock() {
    if (mutex.tryLock()) {
      taken(false);
      return true;
    }
    if (isHeldByCurrentThread()) {
      return reentrant && again();
    }
    Mutex.Taken taken = mutex.tryTake();
    return taken != Mutex.Taken.NO && taken(taken == Mutex.Taken.FROM_DEAD);
  }

  /**
   * Takes the lock; waits for it for a time.
   *
   * @param time 0 and less do not wait
   * @return whether the thread has it now
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalMonitorStateException if the calling thread has it and it is not reentrant
   * @throws IllegalStateException if it is closed, also while waiting
   */
  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return acquireInterruptibly(Wait.upTo(unit.toNanos(time)));
  }

  /** Takes the lock; waits for it for a time, as {@link #tryLock(long, TimeUnit)}. */
  public boolean tryLock(Duration timeout) throws InterruptedException {
    return acquireInterruptibly(Wait.upTo(Times.nanos(timeout)));
  }

  private boolean acquireInterruptibly(Wait wait) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (mutex.tryLock()) {
      return taken(false);
    }
    try {
      return acquire(wait) || wait.orInterrupted();
    } finally {
      wait.end();
    }
  }

  private boolean acquire(Wait wait) {
    if (isHeldByCurrentThread()) {
      return again();
    }
    String holder = Trace.isOn() ? Holder.of(mutex.holder()) : "";
    Span waiting = Trace.begin(Activity.LOCK_WAIT, region.name(), holder);
    LockWaits.begin(this);
    try {
      Mutex.Taken taken = mutex.lock(wait);
      return taken != Mutex.Taken.NO && taken(taken == Mutex.Taken.FROM_DEAD);
    } finally {
      LockWaits.end();
      waiting.end();
    }
  }

  /** Returns the thread that has it, of process 0 if nobody does. */
  Party holder() {
    long holder = mutex.holder();
    long thread = holder == 0 ? 0 : thread() ^ (holder * MIXER);
    return new Party(ProcessKey.pid(holder), thread, Holder.of(holder, thread));
  }

  private boolean taken(boolean fromDead) {
    memory.set(ValueLayout.JAVA_LONG, THREAD, Thread.currentThread().threadId() ^ SALT);
    memory.set(ValueLayout.JAVA_LONG, COUNT, fromDead ? DIED + 1 : 1);
    if (Trace.isOn()) {
      held = Trace.begin(Activity.LOCK_HELD, region.name());
    }
    return true;
  }

  private boolean again() {
    region.requireOpen();
    long count = count();
    if (!reentrant) {
      throw new IllegalMonitorStateException(
          region.name() + " is not reentrant, and this thread holds it: it would wait for itself");
    }
    if ((int) count == Integer.MAX_VALUE) {
      throw new Error("Maximum lock count exceeded");
    }
    memory.set(ValueLayout.JAVA_LONG, COUNT, count + 1);
    return true;
  }

  /**
   * Gives the lock back, once for each time it was taken.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold it
   */
  @Override
  public void unlock() {
    requireHeld();
    long count = count();
    if ((int) count > 1) {
      memory.set(ValueLayout.JAVA_LONG, COUNT, count - 1);
    } else {
      free();
    }
  }

  /** Gives it back whole. The store of the mutex is the last. */
  @SuppressWarnings("ReferenceEquality") // that one is meant
  private void free() {
    memory.set(ValueLayout.JAVA_LONG, THREAD, 0);
    if (held != Span.NONE) {
      held.end();
      held = Span.NONE;
    }
    mutex.unlock();
  }

  /** Gives it back whole for a wait, and returns how often it was taken. */
  int release() {
    int count = (int) count();
    free();
    return count;
  }

  /** Takes it again after a wait, through interrupts; throws if it is closed. */
  void reacquire(int count) {
    lock();
    memory.set(ValueLayout.JAVA_LONG, COUNT, count() + count - 1);
  }

  void requireHeld() {
    if (!isHeldByCurrentThread()) {
      long holder = mutex.holder();
      String who = holder == 0 ? "nobody" : Holder.of(holder, thread() ^ (holder * MIXER));
      region.requireOpen();
      throw new IllegalMonitorStateException(
          region.name() + " is held by " + who + ", not by this thread");
    }
  }

  private long count() {
    return memory.get(ValueLayout.JAVA_LONG, COUNT);
  }

  private long thread() {
    return memory.get(ValueLayout.JAVA_LONG, THREAD);
  }

  /**
   * Makes a condition, which may be passed to other processes as the lock is.
   *
   * <p>{@link Condition#await()} may return without a signal: use it in a loop. A waiter that is
   * killed takes no signal with it. Signals and awaits of a thread that does not hold the lock
   * throw an {@link IllegalMonitorStateException}. Interrupts and timeouts are as the JDK says.
   */
  @Override
  public Condition newCondition() {
    region.requireOpen();
    return new ProcessCondition(this);
  }

  /** Returns whether some thread of some process holds it. */
  public boolean isLocked() {
    return mutex.holder() != 0;
  }

  /** Returns whether the calling thread holds it. */
  public boolean isHeldByCurrentThread() {
    return thread() == (Thread.currentThread().threadId() ^ SALT);
  }

  /** Returns how often the calling thread has taken it; 0 if it does not hold it. */
  public int getHoldCount() {
    return isHeldByCurrentThread() ? (int) count() : 0;
  }

  /**
   * Returns whether the calling thread got it from a process that died holding it, so that what it
   * guards may be half changed. Ends with the unlock.
   */
  public boolean ownerDied() {
    return isHeldByCurrentThread() && count() >= DIED;
  }

  @Override
  void poison() {
    mutex.poison();
  }

  @Override
  void wake() {
    // who waits sleeps on the mutex
  }

  @Override
  String state() {
    long holder = mutex.holder();
    return holder == 0 ? "free" : "held by " + Holder.of(holder, thread() ^ (holder * MIXER));
  }

  @Override
  SyncTicket ticket() {
    SyncTicket.Kind kind = reentrant ? SyncTicket.Kind.LOCK : SyncTicket.Kind.NON_REENTRANT_LOCK;
    return new SyncTicket(kind, region.ref(), null);
  }
}
