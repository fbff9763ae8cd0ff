package dev.weft.explore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock of a {@link Trial}, reentrant: to take it is a step, and a thread can be chosen for that
 * only while no other has it.
 *
 * <pre>{@code
 * var lock = t.lock("lock");
 * t.threads(2, () -> {
 *   lock.lock();
 *   try {
 *     n.set(n.get() + 1);
 *   } finally {
 *     lock.unlock();
 *   }
 * });
 * }</pre>
 *
 * <p>For the threads of its trial alone; others get an {@link IllegalStateException}. It knows no
 * time: waiting with a time limit is refused with an {@link UnsupportedOperationException}.
 */
public final class ExploredLock implements Lock {

  private final Conductor conductor;

  ExploredLock(Conductor conductor, String name) {
    this.conductor = conductor;
    conductor.name(this, name);
  }

  private Actor caller() {
    Actor actor = conductor.caller();
    if (actor == null) {
      throw new IllegalStateException("This lock is for the threads of its trial alone");
    }
    return actor;
  }

  @Override
  public void lock() {
    conductor.lock(caller(), this);
  }

  /** As {@link #lock}: threads of a trial are not interrupted. */
  @Override
  public void lockInterruptibly() {
    lock();
  }

  @Override
  public boolean tryLock() {
    Actor actor = caller();
    String step = "tries " + conductor.nameOf(this);
    conductor.point(actor, step);
    boolean taken = conductor.tryLock(actor, this);
    conductor.found(actor, step, taken ? "locks it" : "it is locked");
    return taken;
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) {
    throw noTime();
  }

  private static UnsupportedOperationException noTime() {
    return new UnsupportedOperationException("There is no time in a trial: wait without a limit");
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException if the caller does not have it
   */
  @Override
  public void unlock() {
    if (!conductor.unlock(caller(), this)) {
      throw notHeld();
    }
  }

  private static IllegalMonitorStateException notHeld() {
    return new IllegalMonitorStateException("The thread does not have the lock");
  }

  private void requireHeld() {
    if (conductor.owner(this) != caller()) {
      throw notHeld();
    }
  }

  @Override
  public Condition newCondition() {
    Condition condition = new Signal();
    conductor.name(condition, "a condition of " + conductor.nameOf(this));
    return condition;
  }

  /** Signals wake in the order of the threads, and never without a signal. */
  private final class Signal implements Condition {
    @Override
    public void await() {
      requireHeld();
      conductor.await(caller(), this, ExploredLock.this);
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller has the loop
    public void awaitUninterruptibly() {
      await();
    }

    @Override
    public long awaitNanos(long nanos) {
      throw noTime();
    }

    @Override
    public boolean await(long time, TimeUnit unit) {
      throw noTime();
    }

    @Override
    public boolean awaitUntil(java.util.Date deadline) {
      throw noTime();
    }

    @Override
    public void signal() {
      requireHeld();
      conductor.signal(this, false);
    }

    @Override
    public void signalAll() {
      requireHeld();
      conductor.signal(this, true);
    }
  }
}
