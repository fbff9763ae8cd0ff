package dev.weft.process;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Numbers in a row, as a list that takes no room. Immutable.
 *
 * <pre>{@code
 * pool.map(Range.range(10), i -> i * i);
 * }</pre>
 */
public final class Range extends AbstractList<Integer> implements RandomAccess {

  private final int from;
  private final int size;

  private Range(int from, int size) {
    this.from = from;
    this.size = size;
  }

  /** Returns 0 up to and without the end; nothing where that is 0 or below. */
  public static List<Integer> range(int end) {
    return range(0, end);
  }

  /**
   * Returns the numbers from the start up to and without the end; nothing where that is not above
   * the start.
   *
   * @throws IllegalArgumentException if there are more than {@link Integer#MAX_VALUE} of them
   */
  public static List<Integer> range(int start, int end) {
    long count = Math.max(0, (long) end - start);
    if (count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("A range from " + start + " to " + end + " is too long");
    }
    return new Range(start, (int) count);
  }

  @Override
  public Integer get(int index) {
    return from + Objects.checkIndex(index, size);
  }

  @Override
  public int size() {
    return size;
  }
}
