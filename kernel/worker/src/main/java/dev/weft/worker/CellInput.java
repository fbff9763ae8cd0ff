package dev.weft.worker;

import dev.weft.input.InputRefusedException;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.StreamName;
import dev.weft.worker.guard.CellStopped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.in}: asks the front for a line when code reads and no line is left.
 *
 * <p>A line that the person has given is read with a newline at its end; at end of input, one read
 * returns -1 and the next asks again. An interrupt ends the wait. The words that the reading thread
 * has printed last, without a new line, become the question. What a cell leaves of a line is not
 * read by the next. A thread that may not ask is told so by an exception that readers of all kinds
 * let through, as {@code Scanner} does not with an {@code IOException}.
 */
final class CellInput extends InputStream {

  private static final Command.InputReply NOT_ALLOWED =
      new Command.InputReply(
          Optional.empty(),
          Optional.of(
              "The code asks for input, which this client does not allow (allow_stdin is false)."));

  private final CellContext context;
  private final EventSender sender;
  private final Stops stops;

  /** Held while reading, so that readers take turns. */
  private final ReentrantLock reading = new ReentrantLock();

  private byte[] line = new byte[0];
  private int position;

  /** The cell that has asked for the line. */
  private long lineOf;

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

  /** Asks for a line of its own, past what {@link #read()} reads; null at end of input. */
  @Nullable String line(String prompt, boolean password) {
    Cell cell = context.current();
    try {
      lockReading(cell);
      try {
        cell.output().flush();
        return ask(cell, prompt, password).orElse(null);
      } finally {
        reading.unlock();
      }
    } catch (InterruptedIOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    Cell cell = context.current();
    lockReading(cell);
    try {
      if (isUsedUp(cell) && !askForLine(cell)) {
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
    return lineOf == context.current().id() ? line.length - position : 0;
  }

  private boolean isUsedUp(Cell cell) {
    return position == line.length || lineOf != cell.id();
  }

  private void lockReading(Cell cell) throws InterruptedIOException {
    try {
      reading.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(cell);
    }
  }

  private boolean askForLine(Cell cell) throws InterruptedIOException {
    String prompt = cell.output().takePrompt();
    Optional<String> text;
    try {
      text = ask(cell, prompt, false);
    } catch (InputRefusedException e) {
      cell.output().print(StreamName.STDOUT, prompt, false, () -> stops.concerns(cell));
      throw e;
    }
    text.ifPresent(
        given -> {
          line = (given + "\n").getBytes(StandardCharsets.UTF_8);
          position = 0;
          lineOf = cell.id();
        });
    return text.isPresent();
  }

  private Optional<String> ask(Cell cell, String prompt, boolean password)
      throws InterruptedIOException {
    Command.InputReply reply = cell.allowStdin() ? replyTo(cell, prompt, password) : NOT_ALLOWED;
    if (reply.refusal().isPresent()) {
      throw new InputRefusedException(reply.refusal().get());
    }
    return reply.text();
  }

  private Command.InputReply replyTo(Cell cell, String prompt, boolean password)
      throws InterruptedIOException {
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
      return given;
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
