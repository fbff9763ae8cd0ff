package dev.weft.worker;

import dev.weft.worker.guard.CellStopped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Sends what cells have printed: 20 ms after it was printed, or at once when it is much. */
final class OutputPump {

  private static final long TICK_MILLIS = 20;

  /** Held from taking what is due until it is sent; taken before a cell's lock and this one's. */
  private final ReentrantLock ticking = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition scheduled = lock.newCondition();
  private List<CellOutput> due = new ArrayList<>();

  /** Asks for a {@link CellOutput#tick}. */
  void schedule(CellOutput output) {
    lock.lock();
    try {
      due.add(output);
      scheduled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The body of the thread {@code output}: waits until there is something, then for a tick. */
  void tickAll() {
    try {
      while (true) {
        awaitScheduled();
        Thread.sleep(TICK_MILLIS);
        tickDue();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread", e);
    }
  }

  private void tickDue() {
    ticking.lock();
    try {
      for (CellOutput each : takeDue()) {
        tick(each);
      }
    } finally {
      ticking.unlock();
    }
  }

  /**
   * Without memory for it, what was printed is sent at a later tick; what is captured for a cell
   * that was stopped is not.
   */
  private void tick(CellOutput output) {
    try {
      output.tick();
    } catch (CellStopped e) {
      return;
    } catch (OutOfMemoryError e) {
      schedule(output);
    }
  }

  /** Sends what all cells have printed; for the end of the JVM. */
  void flushAll() {
    ticking.lock();
    try {
      for (CellOutput each : takeDue()) {
        each.flushAll();
      }
    } finally {
      ticking.unlock();
    }
  }

  private void awaitScheduled() throws InterruptedException {
    lock.lock();
    try {
      while (due.isEmpty()) {
        scheduled.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private List<CellOutput> takeDue() {
    lock.lock();
    try {
      List<CellOutput> taken = due;
      due = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
