package dev.weft.sync;

import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A lock that its holder can't take again, and that says so. Between processes: {@link
 * ProcessLock#nonReentrant()}.
 *
 * <pre>{@code
 * var lock = new NonReentrantLock();
 * lock.lock();
 * lock.lock();                                // IllegalMonitorStateException, not a wait for ever
 * }</pre>
 *
 * <p>Only its holder may unlock it. Not fair; safe for use by several threads.
 */
public final class NonReentrantLock implements Lock {

  private final Sync sync = new Sync();
  private final String name = SharedNames.next("NonReentrantLock");

  /** Of the holder. */
  private Span held = Span.NONE;

  /** Makes a lock that nobody holds. */
  public NonReentrantLock() {}

  /** The state is 1 while somebody holds it. */
  private static final class Sync extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(int ignored) {
      boolean taken = compareAndSetState(0, 1);
      if (taken) {
        setExclusiveOwnerThread(Thread.currentThread());
      }
      return taken;
    }

    @Override
    protected boolean tryRelease(int ignored) {
      if (!isHeldExclusively()) {
        Thread owner = getExclusiveOwnerThread();
        throw new IllegalMonitorStateException(
            "The lock is held by " + (owner == null ? "nobody" : owner.getName()));
      }
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }

    boolean isLocked() {
      return getState() != 0;
    }

    @Nullable Thread owner() {
      return getExclusiveOwnerThread();
    }
  }

  /**
   * Takes the lock; waits for it. An interrupt is kept for later.
   *
   * @throws IllegalMonitorStateException if the calling thread has it
   */
  @Override
  public void lock() {
    if (!tryLock()) {
      Span waiting = beginWait();
      sync.acquire(1);
      taken(waiting);
    }
  }

  /**
   * Takes the lock; waits for it until an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalMonitorStateException if the calling thread has it
   */
  @Override
  public void lockInterruptibly() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!tryLock()) {
      Span waiting = beginWait();
      try {
        sync.acquireInterruptibly(1);
        taken(waiting);
      } finally {
        waiting.end();
      }
    }
  }

  /** Takes the lock if it is free, and says whether; never waits. */
  @Override
  public boolean tryLock() {
    boolean taken = sync.tryAcquire(1);
    if (taken) {
      held = Trace.begin(Activity.LOCK_HELD, name);
    }
    return taken;
  }

  /**
   * Takes the lock; waits for it for a time.
   *
   * @return whether the thread has it now
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalMonitorStateException if the calling thread has it
   */
  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (tryLock()) {
      return true;
    }
    Span waiting = beginWait();
    try {
      boolean taken = sync.tryAcquireNanos(1, unit.toNanos(time));
      if (taken) {
        taken(waiting);
      }
      return taken;
    } finally {
      waiting.end();
    }
  }

  private Span beginWait() {
    if (sync.isHeldExclusively()) {
      throw new IllegalMonitorStateException(
          name + " is not reentrant, and this thread holds it: it would wait for itself");
    }
    Thread owner = sync.owner();
    return Trace.begin(Activity.LOCK_WAIT, name, owner == null ? "" : owner.getName());
  }

  private void taken(Span waiting) {
    waiting.end();
    held = Trace.begin(Activity.LOCK_HELD, name);
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold it
   */
  @Override
  public void unlock() {
    if (sync.isHeldExclusively()) {
      held.end();
      held = Span.NONE;
    }
    sync.release(1);
  }

  /** Makes a condition, which behaves as the JDK says. */
  @Override
  public Condition newCondition() {
    return sync.new ConditionObject();
  }

  /** Returns whether some thread holds it. */
  public boolean isLocked() {
    return sync.isLocked();
  }

  /** Returns whether the calling thread holds it. */
  public boolean isHeldByCurrentThread() {
    return sync.isHeldExclusively();
  }

  /** Returns its name and who holds it. */
  @Override
  public String toString() {
    Thread owner = sync.owner();
    return name + (owner == null ? " [free]" : " [held by " + owner.getName() + "]");
  }
}
