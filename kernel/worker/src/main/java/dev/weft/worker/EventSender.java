package dev.weft.worker;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import dev.weft.link.Event;
import dev.weft.link.FrameTooLargeException;
import dev.weft.link.Link;
import dev.weft.link.RunOutcome;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The queue in front of the link, and the one thread that writes to it.
 *
 * <p>User threads never write themselves: an interrupt would close the channel. Output waits while
 * {@link #LIMIT} characters of it are queued, so that a slow reader slows the printing threads
 * down.
 */
final class EventSender implements OutputTarget {

  private static final int LIMIT = 1 << 20;
  private static final long OVERHEAD = 100;

  private final Link link;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition drained = lock.newCondition();
  private final Queue<Event> queue = new ArrayDeque<>();
  private long queuedText;
  private boolean writing;

  EventSender(Link link) {
    this.link = link;
  }

  /** Sends an event after all that were sent before; does not wait. */
  void send(Event event) {
    lock.lock();
    try {
      enqueue(event);
    } finally {
      lock.unlock();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Waits while too much is queued; asks whether to give up again after {@link #wakeWaiting}.
   */
  @Override
  public boolean send(Event shown, BooleanSupplier abandoned) {
    lock.lock();
    try {
      while (queuedText >= LIMIT) {
        if (abandoned.getAsBoolean()) {
          return false;
        }
        drained.awaitUninterruptibly();
      }
      enqueue(shown);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(Event event) {
    queuedText += sizeOf(event);
    queue.add(event);
    filled.signal();
  }

  /** Roughly the memory that an event takes in the queue, in characters; nothing for replies. */
  private static long sizeOf(Event event) {
    if (event instanceof Event.Output output) {
      return OVERHEAD + output.text().length();
    }
    if (event instanceof Event.Uncaught uncaught) {
      return OVERHEAD * (1 + uncaught.thrown().frames().size());
    }
    if (event instanceof Event.Comm comm) {
      return sizeOf(comm.message());
    }
    long size = event instanceof Event.Cleared ? OVERHEAD : 0;
    if (event instanceof Event.Displayed shown) {
      size = OVERHEAD;
      for (String content : shown.data().data().values()) {
        size += content.length();
      }
    }
    return size;
  }

  private static long sizeOf(CommMessage message) {
    long size = OVERHEAD + message.data().length() + message.metadata().length();
    for (byte[] buffer : message.buffers()) {
      size += buffer.length;
    }
    return size;
  }

  /** Makes those that wait to send output ask whether they still should. */
  void wakeWaiting() {
    lock.lock();
    try {
      drained.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until everything is written, but not longer than that; for the end of the JVM. */
  void awaitWritten(long seconds) throws InterruptedException {
    long left = TimeUnit.SECONDS.toNanos(seconds);
    lock.lock();
    try {
      while ((writing || !queue.isEmpty()) && left > 0) {
        left = drained.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is sent, for ever; the body of the thread {@code link-writer}. */
  void writeAll() {
    try {
      while (true) {
        write(next());
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      Runtime.getRuntime().halt(Worker.LINK_LOST);
    }
  }

  private Event next() throws InterruptedException {
    lock.lock();
    try {
      writing = false;
      drained.signalAll();
      while (queue.isEmpty()) {
        filled.await();
      }
      writing = true;
      Event event = queue.remove();
      queuedText -= sizeOf(event);
      return event;
    } finally {
      lock.unlock();
    }
  }

  private void write(Event event) throws IOException {
    try {
      link.send(event);
    } catch (FrameTooLargeException | OutOfMemoryError e) {
      link.send(inPlaceOf(event, e));
    }
  }

  /** Says, in place of what could not be sent, that there was something. */
  private static Event inPlaceOf(Event event, Throwable reason) {
    String note = "(not shown: " + reason.getMessage() + ")";
    if (event instanceof Event.RunDone(long cell, var outcome)) {
      return new Event.RunDone(cell, inPlaceOf(outcome, note));
    }
    if (event instanceof Event.Comm comm) {
      return new Event.Output(comm.cell(), StreamName.STDERR, note + "\n");
    }
    if (event instanceof Event.VariableRead) {
      return new Event.VariableRead(Optional.of(note));
    }
    if (event instanceof Event.Uncaught(long cell, String thread, var thrown)) {
      return new Event.Uncaught(cell, thread, ThrownBuilder.summary(thrown.className(), note));
    }
    if (event instanceof Event.Displayed shown) {
      return new Event.Output(shown.cell(), StreamName.STDERR, note + "\n");
    }
    return event instanceof Event.Output output
        ? new Event.Output(output.cell(), StreamName.STDERR, note + "\n")
        : event;
  }

  private static RunOutcome inPlaceOf(RunOutcome outcome, String note) {
    if (outcome instanceof RunOutcome.Threw(int step, var thrown)) {
      return new RunOutcome.Threw(step, ThrownBuilder.summary(thrown.className(), note));
    }
    return outcome instanceof RunOutcome.Completed
        ? new RunOutcome.Completed(Optional.of(DisplayData.text(note)))
        : outcome;
  }
}
