package dev.weft.channel;

import dev.weft.segment.Wait;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How threads wait for a queue in shared memory. */
final class QueueWaiting {

  /** The first sleep of a producer, which is often woken by half of the memory being free. */
  private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final QueueMemory memory;

  QueueWaiting(QueueMemory memory) {
    this.memory = memory;
  }

  /**
   * Waits for room, and puts the message; returns whether it has.
   *
   * @throws QueueClosedException if the queue is closed, also while this waits
   */
  boolean awaitRoom(Message message, Wait wait) throws InterruptedException {
    Span span = Trace.begin(Activity.PUT, memory.region.name());
    try {
      boolean first = true;
      while (!memory.tryPut(message)) {
        if (first) {
          sleepFirst(message, wait.nanosLeft());
        } else if (!sleepForRoom(message, wait, Bell.WANTED_NOW)) {
          return memory.tryPut(message) || wait.orInterrupted();
        }
        first = !first && memory.ring.hasRoom(message.units());
      }
      return true;
    } finally {
      span.end();
      wait.end();
    }
  }

  /** Sleeps a moment, in the hope that consumers make much room in it. */
  private void sleepFirst(Message message, long left) {
    Wait moment = Wait.upTo(Math.min(left, FIRST_NANOS));
    try {
      boolean unused = sleepForRoom(message, moment, Bell.WANTED_LATER);
    } finally {
      moment.end();
    }
  }

  private boolean sleepForRoom(Message message, Wait wait, int how) {
    Bell room = memory.ring.room;
    int seen = room.listen(how);
    return memory.ring.hasRoom(message.units())
        || memory.ring.isClosed()
        || wait.sleep(room.word(), seen);
  }

  /**
   * Waits for a message, and takes it; returns null if there is none.
   *
   * @throws QueueClosedException if the queue is closed and empty, also while this waits
   */
  @Nullable Message awaitMessage(Wait wait) throws InterruptedException {
    Span span = Trace.begin(Activity.TAKE, memory.region.name());
    try {
      boolean goesOn = true;
      while (true) {
        int seen = memory.ring.items.listen(Bell.WANTED_NOW);
        boolean ends = memory.ring.isClosed();
        Message message = memory.tryTake();
        if (message != null) {
          return message;
        }
        if (ends) {
          memory.freeIfDrained();
          throw memory.closed();
        }
        if (!goesOn) {
          boolean unused = wait.orInterrupted();
          return null;
        }
        goesOn = wait.sleep(memory.ring.items.word(), seen);
      }
    } finally {
      span.end();
      wait.end();
    }
  }

  /** Waits until no task is unfinished; returns whether that is so. */
  boolean join(Wait wait) throws InterruptedException {
    Tasks tasks = memory.tasks;
    Span span = Trace.begin(Activity.JOIN, memory.region.name());
    try {
      int seen = tasks.finished.listen(Bell.WANTED_NOW);
      while (tasks.unfinished() != 0) {
        boolean goesOn = wait.sleep(tasks.finished.word(), seen);
        if (wait.isCheckDue()) {
          tasks.bury();
        }
        if (!goesOn) {
          return tasks.unfinished() == 0 || wait.orInterrupted();
        }
        seen = tasks.finished.listen(Bell.WANTED_NOW);
      }
      return true;
    } finally {
      span.end();
      wait.end();
    }
  }
}
