package dev.weft.channel;

import dev.weft.segment.RegionRef;
import dev.weft.segment.Spin;
import dev.weft.segment.Wait;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One end of a {@link ProcessPipe}.
 *
 * <p>Objects are copied as they are when they are sent; bytes go as they are. Messages arrive whole
 * and in order. Several threads and processes may use one end: each message is received by one.
 *
 * <p>A process has an end from when it arrives there, or, in the process that has made the pipe,
 * from when it is used, until it is closed there, the handle is lost or the process ends. When no
 * process has the other end any more, what it has sent can be received still; then {@link #receive}
 * throws {@link EOFException}, and {@link #send} an {@link IOException}.
 *
 * <pre>{@code
 * var pipe = ProcessPipe.<Integer>open();
 * var squares = pipe.second();
 * ChildProcess.start(() -> {
 *   for (int i = 0; i < 10; i++) squares.send(i * i);
 * });
 * try (var here = pipe.first()) {
 *   while (true) System.out.println(here.receive());
 * } catch (EOFException e) {
 *   System.out.println("that was all");
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, virtual ones too; waits can be interrupted.
 *
 * @param <T> type of what is sent
 */
public final class PipeEnd<T> implements AutoCloseable, Serializable {

  private static final long serialVersionUID = 1;
  private static final Cleaner CLEANER = Cleaner.create();

  private final transient @Nullable PipeHold hold;
  private final transient boolean first;

  /** Whether this process has made the pipe. */
  private final transient boolean made;

  private final transient Spin arrivals = new Spin();

  private transient volatile boolean travelled;
  private transient volatile boolean closed;

  PipeEnd(PipeMemory memory, boolean first, boolean made) {
    this(new PipeHold(memory, first), first, made);
    CLEANER.register(this, Objects.requireNonNull(hold));
  }

  private PipeEnd(@Nullable PipeHold hold, boolean first, boolean made) {
    this.hold = hold;
    this.first = first;
    this.made = made;
  }

  /** What travels of an end. */
  private record Handle(RegionRef ref, boolean first) implements Serializable {
    private Object readResolve() {
      try {
        PipeEnd<?> end = new PipeEnd<>(PipeMemory.attach(ref), first, false);
        boolean unused = Objects.requireNonNull(end.hold).begin();
        return end;
      } catch (InvalidObjectException e) {
        return new PipeEnd<>((PipeHold) null, first, false);
      }
    }
  }

  private Object writeReplace() throws InvalidObjectException {
    if (hold == null || closed || hold.memory.isFreed()) {
      throw new InvalidObjectException("This end of the pipe is closed");
    }
    travelled = true;
    return new Handle(hold.memory.region.ref(), first);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("An end of a pipe travels as a handle");
  }

  private PipeMemory memory() throws IOException {
    PipeHold own = hold;
    if (own == null) {
      throw new EOFException("The pipe is gone: the process that made it has closed it or ended");
    }
    if (closed || own.memory.isFreed() || !own.begin()) {
      throw new IOException("This end of " + own.memory.region.name() + " is closed");
    }
    return own.memory;
  }

  /**
   * Sends an object; waits while there is no room for it.
   *
   * @throws IOException if this end is closed, or nobody has the other one any more
   * @throws dev.weft.process.NotTransferableException if the object can't travel
   */
  public void send(T message) throws IOException, InterruptedException {
    send(Content.of(Objects.requireNonNull(message)));
  }

  /**
   * Sends bytes, to be received by {@link #receiveBytes}; waits while there is no room for them.
   *
   * @throws IOException if this end is closed, or nobody has the other one any more
   */
  public void sendBytes(byte[] message) throws IOException, InterruptedException {
    send(Message.ofBytes(message));
  }

  /**
   * Sends a part of an array, as {@link #sendBytes(byte[])}.
   *
   * @throws IndexOutOfBoundsException if there is no such part
   * @throws IOException if this end is closed, or nobody has the other one any more
   */
  public void sendBytes(byte[] message, int from, int length)
      throws IOException, InterruptedException {
    int to = from + Objects.checkFromIndexSize(from, length, message.length) - from + length;
    sendBytes(Arrays.copyOfRange(message, from, to));
  }

  private void send(Message message) throws IOException, InterruptedException {
    PipeMemory memory = memory();
    Ring ring = memory.ringTo(!first);
    Message sent = memory.fit(message);
    boolean done = false;
    try {
      done = ring.tryPut(sent) == Ring.Put.DONE;
      if (!done) {
        awaitRoom(memory, ring, sent);
        done = true;
      }
    } catch (IllegalStateException e) {
      throw explain(memory, e);
    } finally {
      if (!done) {
        SideFile.delete(sent);
      }
    }
  }

  private void awaitRoom(PipeMemory memory, Ring ring, Message message)
      throws IOException, InterruptedException {
    Wait wait = Wait.interruptibly();
    Span span = Trace.begin(Activity.PIPE, memory.region.name());
    try {
      while (true) {
        int seen = ring.room.listen(Bell.WANTED_NOW);
        if (ring.tryPut(message) == Ring.Put.DONE) {
          return;
        }
        if (closed || isOtherGone(memory, wait)) {
          throw new IOException("Nobody has the other end of " + memory.region.name());
        }
        if (!wait.sleep(ring.room.word(), seen)) {
          boolean unused = wait.orInterrupted();
        }
      }
    } finally {
      span.end();
      wait.end();
    }
  }

  private static IOException explain(PipeMemory memory, IllegalStateException problem) {
    if (memory.isFreed()) {
      return new IOException(memory.region.name() + " is closed", problem);
    }
    throw problem;
  }

  /**
   * Waits for a message, and returns it; bytes as a {@code byte[]}.
   *
   * @throws EOFException if there is none and nobody has the other end any more
   * @throws IOException if this end is closed
   * @throws dev.weft.process.NotTransferableException if the object can't be rebuilt here; it is
   *     lost
   */
  @SuppressWarnings("unchecked") // what was sent is of the type
  public T receive() throws IOException, InterruptedException {
    return (T) Content.element(await(next -> {}));
  }

  /**
   * Waits for bytes, and returns them.
   *
   * @throws IllegalStateException if the next message is an object, which stays
   * @throws EOFException if there is none and nobody has the other end any more
   * @throws IOException if this end is closed
   */
  public byte[] receiveBytes() throws IOException, InterruptedException {
    return (byte[]) Content.element(await(PipeEnd::requireBytes));
  }

  private static void requireBytes(Message next) {
    if (next.contentKind() != Message.BYTES) {
      throw new IllegalStateException("The next message is an object: call receive()");
    }
  }

  private Message await(Ring.Taker taker) throws IOException, InterruptedException {
    PipeMemory memory = memory();
    Ring ring = memory.ringTo(first);
    try {
      Message message = ring.tryTake(taker);
      if (message == null) {
        requireMessage(memory, ring, Wait.interruptibly());
        message = ring.tryTake(taker);
      }
      return message == null ? await(taker) : message;
    } catch (IllegalStateException e) {
      throw explain(memory, e);
    }
  }

  private void requireMessage(PipeMemory memory, Ring ring, Wait wait)
      throws IOException, InterruptedException {
    if (!awaitMessage(memory, ring, wait)) {
      throw new EOFException("Nobody has the other end of " + memory.region.name() + " any more");
    }
  }

  /**
   * Waits for a message.
   *
   * @return false if there is none and none will come, or the patience is over
   */
  private boolean awaitMessage(PipeMemory memory, Ring ring, Wait wait)
      throws IOException, InterruptedException {
    Span span = Trace.begin(Activity.PIPE, memory.region.name());
    try {
      if (wait.nanosLeft() > Spin.LONGEST && arrivals.look(() -> !ring.isEmpty())) {
        return true;
      }
      while (true) {
        int seen = ring.items.listen(Bell.WANTED_NOW);
        boolean gone = isOtherGone(memory, wait);
        if (ring.size() > 0) {
          return true;
        }
        if (closed) {
          throw new IOException("This end of " + memory.region.name() + " is closed");
        }
        if (gone) {
          return false;
        }
        if (!wait.sleep(ring.items.word(), seen)) {
          return ring.size() > 0 || wait.orInterrupted();
        }
      }
    } finally {
      span.end();
      wait.end();
    }
  }

  /** To find out who has died takes long, and is done after a while without a message. */
  private boolean isOtherGone(PipeMemory memory, Wait wait) {
    Holders others = memory.holdersOf(!first);
    return others.areClosed() || (wait.isCheckDue() && others.areGone());
  }

  /**
   * Waits for so long until {@link #receive} would not wait.
   *
   * @param timeout zero or less does not wait
   * @return whether there is a message, or nobody has the other end any more
   * @throws IOException if this end is closed
   */
  public boolean poll(Duration timeout) throws IOException, InterruptedException {
    PipeMemory memory = memory();
    Ring ring = memory.ringTo(first);
    try {
      Wait wait = Wait.upTo(TimeUnit.NANOSECONDS.convert(timeout));
      return awaitMessage(memory, ring, wait) || memory.holdersOf(!first).areGone();
    } catch (IllegalStateException e) {
      throw explain(memory, e);
    }
  }

  /**
   * Gives this end up here; what waits in it here gets an {@link IOException}. Nothing happens the
   * second time.
   */
  @Override
  public void close() {
    closed = true;
    if (hold != null) {
      hold.end(made && !travelled);
    }
  }

  /** Returns whether this handle was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public String toString() {
    String name = hold == null ? "a pipe that is gone" : hold.memory.region.name();
    return (first ? "First" : "Second") + " end of " + name + (closed ? " (closed)" : "");
  }
}
