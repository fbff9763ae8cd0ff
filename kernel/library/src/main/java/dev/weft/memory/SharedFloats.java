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
 * An array of {@code float} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var halves = SharedArray.ofFloats(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> halves.set(i, i / 2f));
 * }
 * halves                                    // [0.0, 0.5, 1.0]
 * }</pre>
 */
public final class SharedFloats extends SharedArray implements Iterable<Float> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_FLOAT.varHandle();

  SharedFloats(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return (long) Objects.checkIndex(index, length) << 2;
  }

  /** Returns an element. */
  public float get(int index) {
    return (float) HANDLE.getAcquire(memory, at(index));
  }

  /** Changes an element. */
  public void set(int index, float value) {
    HANDLE.setRelease(memory, at(index), value);
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public float update(int index, UnaryOperator<Float> operator) {
    lock().lock();
    try {
      float next = operator.apply(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(float value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public float[] toArray() {
    float[] copy = new float[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, 0, copy, 0, length);
    return copy;
  }

  /**
   * Copies an array of the same length into this one; not atomic.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(float[] values) {
    requireLength(values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, length);
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Float> iterator() {
    float[] copy = toArray();
    return IntStream.range(0, length).mapToObj(i -> copy[i]).iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.FLOATS;
  }

  /** Returns all elements, as {@link Arrays#toString(float[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
