package dev.weft.memory;

import dev.weft.sync.ProcessLock;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;

/**
 * An array of numbers, characters or truth values that several processes share.
 *
 * <pre>{@code
 * var results = SharedArray.ofInts(5);
 * try (var pool = new ProcessPool(5)) {
 *   pool.forEach(Range.range(5), i -> results.set(i, i * 2));
 * }
 * results                                   // [0, 2, 4, 6, 8]
 * }</pre>
 *
 * <p>A {@code get} sees what another process has {@code set}, and all that it wrote before; the
 * order is that of acquire and release. Methods that read and write are atomic; {@code update}
 * holds the array's {@link #lock} meanwhile, so that it is atomic against other updates. Nothing
 * else blocks. Safe for use by all threads.
 *
 * <p>A wrong index throws an {@link IndexOutOfBoundsException}, a negative length a {@link
 * NegativeArraySizeException}, an access after the close an {@link IllegalStateException}, and
 * where there is no memory left, a {@link java.io.UncheckedIOException} says how much there is.
 */
public abstract sealed class SharedArray implements Serializable, AutoCloseable
    permits SharedInts,
        SharedLongs,
        SharedDoubles,
        SharedFloats,
        SharedShorts,
        SharedBytes,
        SharedChars,
        SharedBooleans {

  private static final long serialVersionUID = 1;

  private final transient Block block;

  /** Replaced at the close. */
  transient MemorySegment memory;

  final transient int length;

  SharedArray(Block block, int length) {
    this.block = block;
    this.length = length;
    memory = block.memory();
  }

  private static Block block(String what, int length, long bytesEach) {
    if (length < 0) {
      throw new NegativeArraySizeException(Integer.toString(length));
    }
    return Block.create(what, length * bytesEach);
  }

  /** Makes an array of integers, all zero. */
  public static SharedInts ofInts(int length) {
    return new SharedInts(block("SharedInts", length, Integer.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedInts copyOf(int[] values) {
    SharedInts made = ofInts(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of long integers, all zero. */
  public static SharedLongs ofLongs(int length) {
    return new SharedLongs(block("SharedLongs", length, Long.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedLongs copyOf(long[] values) {
    SharedLongs made = ofLongs(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of floating-point numbers, all zero. */
  public static SharedDoubles ofDoubles(int length) {
    return new SharedDoubles(block("SharedDoubles", length, Double.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedDoubles copyOf(double[] values) {
    SharedDoubles made = ofDoubles(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of short floating-point numbers, all zero. */
  public static SharedFloats ofFloats(int length) {
    return new SharedFloats(block("SharedFloats", length, Float.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedFloats copyOf(float[] values) {
    SharedFloats made = ofFloats(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of short integers, all zero. */
  public static SharedShorts ofShorts(int length) {
    return new SharedShorts(block("SharedShorts", length, Short.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedShorts copyOf(short[] values) {
    SharedShorts made = ofShorts(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of bytes, all zero. */
  public static SharedBytes ofBytes(int length) {
    return new SharedBytes(block("SharedBytes", length, Byte.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedBytes copyOf(byte[] values) {
    SharedBytes made = ofBytes(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of characters, all zero. */
  public static SharedChars ofChars(int length) {
    return new SharedChars(block("SharedChars", length, Character.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedChars copyOf(char[] values) {
    SharedChars made = ofChars(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Makes an array of truth values, all false. */
  public static SharedBooleans ofBooleans(int length) {
    return new SharedBooleans(block("SharedBooleans", length, Byte.BYTES), length);
  }

  /** Makes an array with the same elements. */
  public static SharedBooleans copyOf(boolean[] values) {
    SharedBooleans made = ofBooleans(values.length);
    made.copyFrom(values);
    return made;
  }

  /** Returns how many elements it has. */
  public int length() {
    return length;
  }

  /** Returns a lock that goes with the array, always the same; {@code update} holds it. */
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

  /** Says how many elements there are where others are to be copied. */
  final void requireLength(int other) {
    if (other != length) {
      throw new IllegalArgumentException(
          "There are " + other + " elements to copy, and " + length + " in the array");
    }
  }

  abstract MemoryTicket.Kind kind();

  final Object writeReplace() {
    return MemoryTicket.of(kind(), block, length);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Not a handle");
  }
}
