package dev.weft.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * An array of {@code double} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var halves = SharedArray.ofDoubles(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> halves.set(i, i / 2.0));
 * }
 * halves                                    // [0.0, 0.5, 1.0]
 * }</pre>
 */
public final class SharedDoubles extends SharedArray implements Iterable<Double> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_DOUBLE.varHandle();

  SharedDoubles(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return (long) Objects.checkIndex(index, length) << 3;
  }

  /** Returns an element. */
  public double get(int index) {
    return (double) HANDLE.getAcquire(memory, at(index));
  }

  /** Changes an element. */
  public void set(int index, double value) {
    HANDLE.setRelease(memory, at(index), value);
  }

  /** Adds to an element, atomically, and returns what it was before. */
  public double getAndAdd(int index, double delta) {
    while (true) {
      double now = get(index);
      if (compareAndSet(index, now, now + delta)) {
        return now;
      }
    }
  }

  /** Adds to an element, atomically, and returns what it is then. */
  public double addAndGet(int index, double delta) {
    return getAndAdd(index, delta) + delta;
  }

  /** Changes an element, atomically, and returns what it was before. */
  public double getAndSet(int index, double value) {
    return (double) HANDLE.getAndSet(memory, at(index), value);
  }

  /** Changes an element if it is the expected one, and says whether. Compares the bits. */
  public boolean compareAndSet(int index, double expected, double value) {
    return HANDLE.compareAndSet(memory, at(index), expected, value);
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public double update(int index, DoubleUnaryOperator operator) {
    lock().lock();
    try {
      double next = operator.applyAsDouble(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(double value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public double[] toArray() {
    double[] copy = new double[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_DOUBLE, 0, copy, 0, length);
    return copy;
  }

  /**
   * Copies an array of the same length into this one; not atomic.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(double[] values) {
    requireLength(values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, 0, length);
  }

  /** Returns a stream of a copy. */
  public DoubleStream stream() {
    return Arrays.stream(toArray());
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Double> iterator() {
    return stream().iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.DOUBLES;
  }

  /** Returns all elements, as {@link Arrays#toString(double[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
