package dev.weft.worker;

import dev.weft.link.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Sends what cells have printed: 20 ms after it was printed, or at once when it is much. */
final class OutputPump {

  private static final long TICK_MILLIS = 20;

  private final EventSender sender;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition scheduled = lock.newCondition();
  private List<CellOutput> due = new ArrayList<>();

  OutputPump(EventSender sender) {
    this.sender = sender;
  }

  /** Sends a piece, in place of waiting for ever where the sender gives up. */
  boolean send(Event.Output output, BooleanSupplier abandoned) {
    return sender.send(output, abandoned);
  }

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
        for (CellOutput each : takeDue()) {
          each.tick();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread", e);
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
