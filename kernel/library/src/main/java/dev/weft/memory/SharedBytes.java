package dev.weft.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * An array of {@code byte} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var bytes = SharedArray.ofBytes(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> bytes.set(i, (byte) i));
 * }
 * bytes                                     // [0, 1, 2]
 * }</pre>
 */
public final class SharedBytes extends SharedArray implements Iterable<Byte> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_BYTE.varHandle();

  SharedBytes(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return Objects.checkIndex(index, length);
  }

  /** Returns an element. */
  public byte get(int index) {
    return (byte) HANDLE.getAcquire(memory, at(index));
  }

  /** Changes an element. */
  public void set(int index, byte value) {
    HANDLE.setRelease(memory, at(index), value);
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public byte update(int index, UnaryOperator<Byte> operator) {
    lock().lock();
    try {
      byte next = operator.apply(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(byte value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public byte[] toArray() {
    byte[] copy = new byte[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, 0, copy, 0, length);
    return copy;
  }

  /**
   * Copies an array of the same length into this one; not atomic.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(byte[] values) {
    requireLength(values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_BYTE, 0, length);
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Byte> iterator() {
    byte[] copy = toArray();
    return IntStream.range(0, length).mapToObj(i -> copy[i]).iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.BYTES;
  }

  /** Returns all elements, as {@link Arrays#toString(byte[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
