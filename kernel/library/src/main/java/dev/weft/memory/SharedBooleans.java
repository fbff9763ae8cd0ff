package dev.weft.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * An array of {@code boolean} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var even = SharedArray.ofBooleans(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> even.set(i, i % 2 == 0));
 * }
 * even                                      // [true, false, true]
 * }</pre>
 */
public final class SharedBooleans extends SharedArray implements Iterable<Boolean> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_BYTE.varHandle();

  SharedBooleans(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return Objects.checkIndex(index, length);
  }

  /** Returns an element. */
  public boolean get(int index) {
    return (byte) HANDLE.getAcquire(memory, at(index)) != 0;
  }

  /** Changes an element. */
  public void set(int index, boolean value) {
    HANDLE.setRelease(memory, at(index), (byte) (value ? 1 : 0));
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public boolean update(int index, UnaryOperator<Boolean> operator) {
    lock().lock();
    try {
      boolean next = operator.apply(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(boolean value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public boolean[] toArray() {
    boolean[] copy = new boolean[length];
    for (int i = 0; i < length; i++) {
      copy[i] = get(i);
    }
    return copy;
  }

  /**
   * Copies an array of the same length into this one.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(boolean[] values) {
    requireLength(values.length);
    for (int i = 0; i < length; i++) {
      set(i, values[i]);
    }
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Boolean> iterator() {
    boolean[] copy = toArray();
    return IntStream.range(0, length).mapToObj(i -> copy[i]).iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.BOOLEANS;
  }

  /** Returns all elements, as {@link Arrays#toString(boolean[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
