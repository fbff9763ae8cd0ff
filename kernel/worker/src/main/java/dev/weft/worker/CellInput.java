package dev.weft.worker;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.worker.guard.CellStopped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.in}: asks the front for a line when code reads and no line is left.
 *
 * <p>A line that the person has given is read with a newline at its end; at end of input, one read
 * returns -1 and the next asks again. An interrupt ends the wait.
 */
final class CellInput extends InputStream {

  private final CellContext context;
  private final EventSender sender;
  private final Stops stops;

  /** Held while reading, so that readers take turns. */
  private final ReentrantLock reading = new ReentrantLock();

  private byte[] line = new byte[0];
  private int position;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition answered = lock.newCondition();
  private boolean waiting;
  private Command.@Nullable InputReply answer;

  CellInput(CellContext context, EventSender sender, Stops stops) {
    this.context = context;
    this.sender = sender;
    this.stops = stops;
  }

  /** Hands over what the person has answered; dropped if nobody waits any more. */
  void answer(Command.InputReply reply) {
    lock.lock();
    try {
      if (waiting) {
        answer = reply;
        answered.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    Cell cell = context.current();
    try {
      reading.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(cell);
    }
    try {
      if (position == line.length && !askForLine(cell)) {
        return -1;
      }
      int count = Math.min(length, line.length - position);
      System.arraycopy(line, position, target, offset, count);
      position += count;
      return count;
    } finally {
      reading.unlock();
    }
  }

  /** What can be read without asking. */
  @Override
  public int available() {
    return line.length - position;
  }

  private boolean askForLine(Cell cell) throws IOException {
    if (!cell.allowStdin()) {
      throw new IOException(
          "This client does not let the code ask for input (allow_stdin is false)");
    }
    cell.output().flush();
    Optional<String> text = ask(cell, "", false);
    text.ifPresent(
        given -> {
          line = (given + "\n").getBytes(StandardCharsets.UTF_8);
          position = 0;
        });
    return text.isPresent();
  }

  private Optional<String> ask(Cell cell, String prompt, boolean password) throws IOException {
    lock.lock();
    try {
      waiting = true;
      answer = null;
      sender.send(new Event.InputRequested(cell.id(), prompt, password));
      Command.InputReply given = answer;
      while (given == null) {
        answered.await();
        given = answer;
      }
      return given.text();
    } catch (InterruptedException e) {
      throw interrupted(cell);
    } finally {
      waiting = false;
      lock.unlock();
    }
  }

  private InterruptedIOException interrupted(Cell cell) {
    if (stops.concerns(cell)) {
      throw new CellStopped();
    }
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted while waiting for input");
  }
}
