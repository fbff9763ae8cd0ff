package dev.weft.manager;

import dev.weft.process.ship.Flat;
import dev.weft.segment.Spin;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One end of a connection between a client and a manager.
 *
 * <p>One thread sends at a time, and one receives. Nobody blocks in the channel itself, as an
 * interrupt would close it.
 */
final class Line implements AutoCloseable {

  private static final int BUFFER = 32 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final Spin arrivals = new Spin();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);

  Line(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    selector = Selector.open();
    channel.register(selector, SelectionKey.OP_READ);
  }

  void send(byte type, long object, int method, Flat run) throws IOException {
    out.clear();
    out.putInt(run.length()).put(type).putLong(object).putInt(method);
    int from = 0;
    do {
      int count = Math.min(out.remaining(), run.length() - from);
      out.put(run.bytes(), from, count);
      from += count;
      flush();
    } while (from < run.length());
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      if (channel.write(out) == 0) {
        awaitWritable();
      }
    }
    out.clear();
  }

  /** Waits as long as the other side does not read; an interrupt stays pending. */
  private void awaitWritable() throws IOException {
    boolean interrupted = Thread.interrupted();
    try (Selector writable = Selector.open()) {
      channel.register(writable, SelectionKey.OP_WRITE);
      writable.select(Line::ignore);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void ignore(SelectionKey key) {}

  /**
   * Waits for the next frame.
   *
   * @param limit the longest run that is accepted
   * @param onInterrupt runs when the calling thread is interrupted; its interrupt status is clear
   *     then
   * @throws EOFException when the other side has gone
   */
  Frame receive(int limit, Interruption onInterrupt) throws IOException {
    need(Frame.HEADER, onInterrupt);
    int length = in.getInt();
    byte type = in.get();
    long object = in.getLong();
    int method = in.getInt();
    if (length < 0 || length > limit) {
      throw new IOException("Too long: " + length);
    }
    return new Frame(type, object, method, take(length, onInterrupt));
  }

  /** What to do when a thread that waits is interrupted. */
  interface Interruption {

    /** For threads that nobody interrupts. */
    Interruption NONE = () -> {};

    void happened() throws IOException;
  }

  private byte[] take(int length, Interruption onInterrupt) throws IOException {
    if (length == 0) {
      return Frame.NOTHING;
    }
    byte[] bytes = new byte[length];
    int from = 0;
    while (from < length) {
      need(1, onInterrupt);
      int count = Math.min(in.remaining(), length - from);
      in.get(bytes, from, count);
      from += count;
    }
    return bytes;
  }

  private void need(int bytes, Interruption onInterrupt) throws IOException {
    if (in.remaining() >= bytes) {
      return;
    }
    in.compact();
    while (in.position() < bytes) {
      int count = channel.read(in);
      if (count < 0) {
        throw new EOFException("The other side has gone");
      }
      if (count == 0) {
        awaitReadable(onInterrupt);
      }
    }
    in.flip();
  }

  private void awaitReadable(Interruption onInterrupt) throws IOException {
    if (arrivals.look(() -> channel.read(in) != 0)) {
      return;
    }
    selector.select(Line::ignore);
    if (Thread.interrupted()) {
      onInterrupt.happened();
    }
  }

  /** Closes the connection; what waits in it gets an exception. */
  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
