package dev.weft.memory;

import dev.weft.sync.ProcessLock;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;

/**
 * One value that several processes share.
 *
 * <pre>{@code
 * var count = SharedValue.ofInt(0);
 * try (var pool = new ProcessPool(4)) {
 *   pool.forEach(Range.range(1000), i -> count.incrementAndGet());
 * }
 * count                                     // 1000
 * }</pre>
 *
 * <p>Reads and writes are volatile, and the methods that do both are atomic, as those of {@link
 * java.util.concurrent.atomic}. For more than that there is a {@link #lock}. Nothing blocks but the
 * lock. Safe for use by all threads. After a close each access throws an {@link
 * IllegalStateException}.
 */
public abstract sealed class SharedValue implements Serializable, AutoCloseable
    permits SharedInt, SharedLong, SharedDouble, SharedBoolean {

  private static final long serialVersionUID = 1;

  private final transient Block block;

  /** Replaced at the close. */
  transient MemorySegment memory;

  SharedValue(Block block) {
    this.block = block;
    memory = block.memory();
  }

  /** Makes an {@code int}. */
  public static SharedInt ofInt(int value) {
    SharedInt made = new SharedInt(Block.create("SharedInt", Integer.BYTES));
    made.set(value);
    return made;
  }

  /** Makes a {@code long}. */
  public static SharedLong ofLong(long value) {
    SharedLong made = new SharedLong(Block.create("SharedLong", Long.BYTES));
    made.set(value);
    return made;
  }

  /** Makes a {@code double}. */
  public static SharedDouble ofDouble(double value) {
    SharedDouble made = new SharedDouble(Block.create("SharedDouble", Double.BYTES));
    made.set(value);
    return made;
  }

  /** Makes a {@code boolean}. */
  public static SharedBoolean ofBoolean(boolean value) {
    SharedBoolean made = new SharedBoolean(Block.create("SharedBoolean", Integer.BYTES));
    made.set(value);
    return made;
  }

  /** Returns a lock that goes with the value, always the same; reading and writing need none. */
  public ProcessLock lock() {
    return block.lock();
  }

  /** Returns whether it is closed: here, or for all. */
  public boolean isClosed() {
    return block.region().isClosed();
  }

  /** Ends it for all if this process made it or the maker has gone, otherwise for this process. */
  @Override
  public void close() {
    memory = Block.closedMemory();
    block.close();
  }

  abstract MemoryTicket.Kind kind();

  final Object writeReplace() {
    return MemoryTicket.of(kind(), block, 1);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Not a handle");
  }
}
