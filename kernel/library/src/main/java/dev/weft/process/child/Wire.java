package dev.weft.process.child;

import dev.weft.process.ship.Contents;
import dev.weft.process.ship.Parcel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One end of the connection between a parent and its child.
 *
 * <p>Any thread may send, and waits while the other side does not read; one thread receives. The
 * channel does not block by itself, since an interrupt of a thread that is blocked in it would
 * close it: here, an interrupt has no effect and stays pending.
 */
final class Wire implements AutoCloseable {

  private static final int BUFFER = 128 * 1024;
  private static final long END_TICK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final byte[] NOTHING = new byte[0];
  private static final Consumer<SelectionKey> IGNORE = new Ignore();

  private final SocketChannel channel;
  private final Selector readable;
  private final ByteBuffer in = buffer().limit(0);

  private final ReentrantLock sending = new ReentrantLock();
  private final ByteBuffer out = buffer();
  private @Nullable Selector writable;
  private volatile boolean ending;

  Wire(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    readable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
  }

  /** Sends a frame. */
  void send(Frame frame) throws IOException {
    Contents contents = frame.contents();
    send(frame, contents.prologue(), contents.body(), contents.body().length, contents.arrays());
  }

  /** Sends a frame with a parcel in place of its contents; the parcel's classes are not sent. */
  void send(Frame frame, Parcel parcel) throws IOException {
    send(frame, parcel.prologue(), parcel.body(), parcel.length(), parcel.arrays());
  }

  private void send(Frame frame, byte[] prologue, byte[] body, int length, List<Object> arrays)
      throws IOException {
    byte[] text = frame.text().isEmpty() ? NOTHING : frame.text().getBytes(StandardCharsets.UTF_8);
    sending.lock();
    try {
      reserve(32);
      out.put(frame.type()).putLong(frame.id());
      out.putInt(text.length).putInt(prologue.length).putInt(length).putInt(arrays.size());
      put(text, text.length);
      put(prologue, prologue.length);
      put(body, length);
      for (Object each : arrays) {
        putArray(each);
      }
      flush();
    } finally {
      sending.unlock();
    }
  }

  private void reserve(int bytes) throws IOException {
    if (out.remaining() < bytes) {
      flush();
    }
  }

  private void put(byte[] bytes, int length) throws IOException {
    int from = 0;
    while (from < length) {
      reserve(1);
      int count = Math.min(out.remaining(), length - from);
      out.put(bytes, from, count);
      from += count;
    }
  }

  private void putArray(Object array) throws IOException {
    RawArray raw = RawArray.of(array);
    reserve(16);
    out.put(raw.tag()).putInt(raw.elements());
    long from = 0;
    while (from < raw.bytes()) {
      reserve(out.capacity());
      from += raw.get(from, out);
    }
  }

  private void flush() throws IOException {
    out.flip();
    try {
      while (out.hasRemaining()) {
        if (channel.write(out) == 0) {
          awaitWritable();
        }
      }
    } finally {
      out.clear();
    }
  }

  private void awaitWritable() throws IOException {
    Selector selector = writable;
    if (selector == null) {
      selector = Selector.open();
      channel.register(selector, SelectionKey.OP_WRITE);
      writable = selector;
    }
    boolean interrupted = Thread.interrupted();
    try {
      selector.select(IGNORE);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is selected needs no look, as there is one channel. */
  private static final class Ignore implements Consumer<SelectionKey> {
    @Override
    public void accept(SelectionKey key) {}
  }

  /**
   * Waits for the next frame.
   *
   * @throws EOFException when the other side has gone
   */
  Frame receive() throws IOException {
    need(25);
    byte type = in.get();
    long id = in.getLong();
    int textLength = in.getInt();
    int prologueLength = in.getInt();
    int bodyLength = in.getInt();
    int arrayCount = in.getInt();
    byte[] text = take(textLength);
    byte[] prologue = take(prologueLength);
    byte[] body = take(bodyLength);
    List<Object> arrays = arrayCount == 0 ? List.of() : takeArrays(arrayCount);
    String name = textLength == 0 ? "" : new String(text, StandardCharsets.UTF_8);
    return new Frame(type, id, name, new Contents(prologue, body, arrays));
  }

  private List<Object> takeArrays(int count) throws IOException {
    List<Object> arrays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      need(5);
      RawArray raw = RawArray.make(in.get(), in.getInt());
      long from = 0;
      while (from < raw.bytes()) {
        need(1);
        from += raw.put(from, in);
      }
      arrays.add(raw.array());
    }
    return arrays;
  }

  private byte[] take(int length) throws IOException {
    if (length == 0) {
      return NOTHING;
    }
    byte[] bytes = new byte[length];
    int from = 0;
    while (from < length) {
      need(1);
      int count = Math.min(in.remaining(), length - from);
      in.get(bytes, from, count);
      from += count;
    }
    return bytes;
  }

  /** Reads until at least that many bytes are there, which must fit into the buffer. */
  private void need(int bytes) throws IOException {
    if (in.remaining() >= bytes) {
      return;
    }
    in.compact();
    while (in.position() < bytes) {
      int count = channel.read(in);
      if (count < 0) {
        throw new EOFException("The other process has closed the connection");
      }
      if (count == 0) {
        awaitReadable();
      }
    }
    in.flip();
  }

  private void awaitReadable() throws IOException {
    if (ending) {
      LockSupport.parkNanos(END_TICK);
    } else {
      readable.select(IGNORE);
    }
    Thread.interrupted();
  }

  /**
   * Says that the JVM is about to end: from now on the thread that receives looks for what has come
   * now and then. A JVM that ends waits a third of a second for a thread that is in a system call.
   */
  void end() {
    ending = true;
    readable.wakeup();
  }

  /** Closes the connection; a thread that receives gets an exception. */
  @Override
  public void close() throws IOException {
    channel.close();
    readable.close();
    Selector selector = writable;
    if (selector != null) {
      selector.close();
    }
  }
}
