package dev.weft.sync;

import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A flag for which threads can wait: set, cleared, set again. Between processes: {@link
 * ProcessEvent}.
 *
 * <pre>{@code
 * var go = new Event();
 * Thread.ofVirtual().start(() -> {
 *   go.awaitUninterruptibly();
 *   System.out.println("running");
 * });
 * go.set();
 * }</pre>
 *
 * <p>Who waits when it is set goes on, also if it is cleared at once. What a thread did before it
 * set it is seen by those that go on. Safe for use by several threads.
 */
public final class Event {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final String name = SharedNames.next("Event");

  /** Written under the lock. */
  private volatile boolean set;

  /** How often it was set; guarded by the lock. */
  private long times;

  /** Makes an event that is not set. */
  public Event() {}

  /** Sets it; all that wait go on. Does nothing if it is set. */
  public void set() {
    lock.lock();
    try {
      if (!set) {
        set = true;
        times++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Clears it, so that those that come wait. */
  public void clear() {
    lock.lock();
    try {
      set = false;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether it is set. */
  public boolean isSet() {
    return set;
  }

  /**
   * Waits until it is set, or an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public void await() throws InterruptedException {
    boolean unused = await(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  /** Waits until it is set, for a time, as {@link #await(long, TimeUnit)}. */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Times.nanos(timeout), TimeUnit.NANOSECONDS);
  }

  /**
   * Waits until it is set, for a time.
   *
   * @param time 0 and less do not wait
   * @return whether it was set
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(time);
    Span waiting = Trace.begin(Activity.CONDITION, name);
    lock.lockInterruptibly();
    try {
      long before = times;
      while (!set && times == before && left > 0) {
        left = changed.awaitNanos(left);
      }
      return set || times != before;
    } finally {
      lock.unlock();
      waiting.end();
    }
  }

  /** Waits until it is set. An interrupt is kept for later. */
  public void awaitUninterruptibly() {
    Span waiting = Trace.begin(Activity.CONDITION, name);
    lock.lock();
    try {
      long before = times;
      while (!set && times == before) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
      waiting.end();
    }
  }

  /** Returns its name and whether it is set. */
  @Override
  public String toString() {
    return name + (set ? " [set]" : " [not set]");
  }
}
