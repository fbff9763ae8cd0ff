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

  /** Says that code of the cell is on its way to the worker. */
  void runSent(Worker worker) {
    lock.lock();
    try {
      sent = true;
      told = false;
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
