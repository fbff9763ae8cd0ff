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
 * An array of {@code char} that several processes share; see {@link SharedArray}.
 *
 * <pre>{@code
 * var letters = SharedArray.ofChars(3);
 * try (var pool = new ProcessPool(3)) {
 *   pool.forEach(Range.range(3), i -> letters.set(i, (char) ('a' + i)));
 * }
 * letters                                   // [a, b, c]
 * }</pre>
 */
public final class SharedChars extends SharedArray implements Iterable<Character> {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_CHAR.varHandle();

  SharedChars(Block block, int length) {
    super(block, length);
  }

  private long at(int index) {
    return (long) Objects.checkIndex(index, length) << 1;
  }

  /** Returns an element. */
  public char get(int index) {
    return (char) HANDLE.getAcquire(memory, at(index));
  }

  /** Changes an element. */
  public void set(int index, char value) {
    HANDLE.setRelease(memory, at(index), value);
  }

  /**
   * Changes an element to what a function makes of it, holding the lock, and returns the new one.
   */
  public char update(int index, UnaryOperator<Character> operator) {
    lock().lock();
    try {
      char next = operator.apply(get(index));
      set(index, next);
      return next;
    } finally {
      lock().unlock();
    }
  }

  /** Changes all elements to one value. */
  public void fill(char value) {
    for (int i = 0; i < length; i++) {
      set(i, value);
    }
  }

  /** Returns a copy on the heap. */
  public char[] toArray() {
    char[] copy = new char[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_CHAR, 0, copy, 0, length);
    return copy;
  }

  /**
   * Copies an array of the same length into this one; not atomic.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public void copyFrom(char[] values) {
    requireLength(values.length);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_CHAR, 0, length);
  }

  /** Returns the elements of a copy, one by one. */
  @Override
  public Iterator<Character> iterator() {
    char[] copy = toArray();
    return IntStream.range(0, length).mapToObj(i -> copy[i]).iterator();
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.CHARS;
  }

  /** Returns all elements, as {@link Arrays#toString(char[])} does. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Arrays.toString(toArray());
  }
}
