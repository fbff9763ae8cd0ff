package dev.weft.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * An array of {@code long} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var sums = SharedArray.ofLongs(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> sums.set(i, i * 1_000_000_000L));
 * }
 * sums                                      // [0, 1000000000, 2000000000]
 * }</pre>
 */
public final class SharedLongs extends SharedArray implements Iterable<Long> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_LONG.varHandle();

  SharedLongs(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return (long) Objects.checkIndex(index, length) << 3;
  }

  /** Returns an element. */
  public long get(int index) {
    return (long) HANDLE.getAcquire(memory, at(index));
  }

  /** Changes an element. */
  public void set(int index, long value) {
    HANDLE.setRelease(memory, at(index), value);
  }

  /** Adds to an element, atomically, and returns what it was before. */
  public long getAndAdd(int index, long delta) {
    return (long) HANDLE.getAndAdd(memory, at(index), delta);
  }

  /** Adds to an element, atomically, and returns what it is then. */
  public long addAndGet(int index, long delta) {
    return getAndAdd(index, delta) + delta;
  }

  /** Changes an element, atomically, and returns what it was before. */
  public long getAndSet(int index, long value) {
    return (long) HANDLE.getAndSet(memory, at(index), value);
  }

  /** Changes an element if it is the expected one, and says whether. */
  public boolean compareAndSet(int index, long expected, long value) {
    return HANDLE.compareAndSet(memory, at(index), expected, value);
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public long update(int index, LongUnaryOperator operator) {
    lock().lock();
    try {
      long next = operator.applyAsLong(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(long value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public long[] toArray() {
    long[] copy = new long[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_LONG, 0, copy, 0, length);
    return copy;
  }

  /**
   * Copies an array of the same length into this one; not atomic.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(long[] values) {
    requireLength(values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_LONG, 0, length);
  }

  /** Returns a stream of a copy. */
  public LongStream stream() {
    return Arrays.stream(toArray());
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Long> iterator() {
    return stream().iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.LONGS;
  }

  /** Returns all elements, as {@link Arrays#toString(long[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
