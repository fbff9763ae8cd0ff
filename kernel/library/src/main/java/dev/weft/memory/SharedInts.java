package dev.weft.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * An array of {@code int} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var squares = SharedArray.ofInts(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> squares.set(i, i * i));
 * }
 * squares                                   // [0, 1, 4]
 * }</pre>
 */
public final class SharedInts extends SharedArray implements Iterable<Integer> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_INT.varHandle();

  SharedInts(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return (long) Objects.checkIndex(index, length) << 2;
  }

  /** Returns an element. */
  public int get(int index) {
    return (int) HANDLE.getAcquire(memory, at(index));
  }

  /** Changes an element. */
  public void set(int index, int value) {
    HANDLE.setRelease(memory, at(index), value);
  }

  /** Adds to an element, atomically, and returns what it was before. */
  public int getAndAdd(int index, int delta) {
    return (int) HANDLE.getAndAdd(memory, at(index), delta);
  }

  /** Adds to an element, atomically, and returns what it is then. */
  public int addAndGet(int index, int delta) {
    return getAndAdd(index, delta) + delta;
  }

  /** Changes an element, atomically, and returns what it was before. */
  public int getAndSet(int index, int value) {
    return (int) HANDLE.getAndSet(memory, at(index), value);
  }

  /** Changes an element if it is the expected one, and says whether. */
  public boolean compareAndSet(int index, int expected, int value) {
    return HANDLE.compareAndSet(memory, at(index), expected, value);
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public int update(int index, IntUnaryOperator operator) {
    lock().lock();
    try {
      int next = operator.applyAsInt(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(int value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public int[] toArray() {
    int[] copy = new int[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_INT, 0, copy, 0, length);
    return copy;
  }

  /**
   * Copies an array of the same length into this one; not atomic.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(int[] values) {
    requireLength(values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_INT, 0, length);
  }

  /** Returns a stream of a copy. */
  public IntStream stream() {
    return Arrays.stream(toArray());
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Integer> iterator() {
    return stream().iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.INTS;
  }

  /** Returns all elements, as {@link Arrays#toString(int[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
