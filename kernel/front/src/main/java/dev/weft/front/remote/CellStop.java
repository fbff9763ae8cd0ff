package dev.weft.front.remote;

import dev.weft.link.Command;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Whether the cell that runs now is to stop, and since when.
 *
 * <p>A stop is sent to the worker only after the run that it is to stop, so that it is never lost,
 * and it names the cell, so that it never hits a later one.
 */
final class CellStop {

  private final ReentrantLock lock = new ReentrantLock();

  /** Signalled when anything changes that somebody may wait for, here or in a conversation. */
  private final Condition changed = lock.newCondition();

  private final Duration gracePeriod;

  // All guarded by the lock.
  private long cell;
  private boolean active;

  /** A cell that was to stop before it began. */
  private long stoppedAhead = -1;

  private boolean requested;
  private boolean forced;
  private boolean sent;
  private boolean told;
  private long deadline;

  /** The number of the run that was sent last. */
  private long runs;

  private boolean timedOut;

  CellStop(Duration gracePeriod) {
    this.gracePeriod = gracePeriod;
  }

  ReentrantLock lock() {
    return lock;
  }

  Condition changed() {
    return changed;
  }

  void begin(long newCell) {
    lock.lock();
    try {
      cell = newCell;
      active = true;
      requested = newCell == stoppedAhead;
      forced = false;
      timedOut = false;
      deadline = System.nanoTime() + gracePeriod.toNanos();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      active = false;
      sent = false;
    } finally {
      lock.unlock();
    }
  }

  long cell() {
    lock.lock();
    try {
      return cell;
    } finally {
      lock.unlock();
    }
  }

  boolean isRequested() {
    lock.lock();
    try {
      return active && requested;
    } finally {
      lock.unlock();
    }
  }

  boolean isForced() {
    lock.lock();
    try {
      return forced;
    } finally {
      lock.unlock();
    }
  }

  /** Asks a cell to stop; asked a second time while its code runs, ends the worker. */
  void request(Worker worker, long wanted) {
    lock.lock();
    try {
      if (!active && wanted >= cell) {
        stoppedAhead = wanted;
      }
      if (!active || wanted != cell) {
        return;
      }
      if (requested && sent) {
        forced = true;
      } else if (!requested) {
        requested = true;
        deadline = System.nanoTime() + gracePeriod.toNanos();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    pass(worker);
  }

  /** Returns the number of the run that will be sent next. */
  long nextRun() {
    lock.lock();
    try {
      return runs + 1;
    } finally {
      lock.unlock();
    }
  }

  /** Asks the cell to stop because a run takes too long, unless that run has ended. */
  void expire(Worker worker, long run) {
    lock.lock();
    try {
      if (!active || !sent || run != runs || requested) {
        return;
      }
      requested = true;
      timedOut = true;
      deadline = System.nanoTime() + gracePeriod.toNanos();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    pass(worker);
  }

  /** Returns whether a run took too long; the cell is then no longer to stop for that. */
  boolean takeTimedOut() {
    lock.lock();
    try {
      boolean was = timedOut;
      timedOut = false;
      requested &= !was;
      return was;
    } finally {
      lock.unlock();
    }
  }

  /** Says that code of the cell is on its way to the worker. */
  void runSent(Worker worker) {
    lock.lock();
    try {
      sent = true;
      told = false;
      runs++;
    } finally {
      lock.unlock();
    }
    pass(worker);
  }

  /** Says that the worker has answered. */
  void runDone() {
    lock.lock();
    try {
      sent = false;
    } finally {
      lock.unlock();
    }
  }

  private void pass(Worker worker) {
    boolean tell;
    boolean kill;
    lock.lock();
    try {
      kill = forced && sent;
      tell = requested && sent && !told;
      told |= tell;
    } finally {
      lock.unlock();
    }
    if (kill) {
      worker.kill();
    } else if (tell) {
      worker.send(new Command.Stop(cell()));
    }
  }

  /**
   * Waits until something is so, by the lock that the caller holds; ends the worker at the end of
   * the grace period.
   */
  void awaitUntil(BooleanSupplier condition, Worker worker) {
    try {
      while (!condition.getAsBoolean()) {
        OptionalLong nanos = remaining();
        if (nanos.isEmpty()) {
          changed.await();
        } else if (changed.awaitNanos(nanos.getAsLong()) <= 0) {
          forced = true;
          worker.kill();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("The thread that runs cells must not be interrupted", e);
    }
  }

  private OptionalLong remaining() {
    return requested && sent && !forced
        ? OptionalLong.of(Math.max(0, deadline - System.nanoTime()))
        : OptionalLong.empty();
  }
}
