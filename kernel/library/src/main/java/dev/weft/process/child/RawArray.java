package dev.weft.process.child;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/** The memory of a primitive array, which is moved as it is: both ends are on one machine. */
final class RawArray {

  private static final String TAGS = "ZBCSIJFD";

  private final Object array;
  private final int elements;
  private final byte tag;
  private final MemorySegment memory;

  private RawArray(Object array, int elements, byte tag, MemorySegment memory) {
    this.array = array;
    this.elements = elements;
    this.tag = tag;
    this.memory = memory;
  }

  static RawArray of(Object array) {
    if (array instanceof byte[] a) {
      return new RawArray(a, a.length, (byte) 'B', MemorySegment.ofArray(a));
    }
    if (array instanceof int[] a) {
      return new RawArray(a, a.length, (byte) 'I', MemorySegment.ofArray(a));
    }
    if (array instanceof long[] a) {
      return new RawArray(a, a.length, (byte) 'J', MemorySegment.ofArray(a));
    }
    if (array instanceof double[] a) {
      return new RawArray(a, a.length, (byte) 'D', MemorySegment.ofArray(a));
    }
    return ofRare(array);
  }

  private static RawArray ofRare(Object array) {
    if (array instanceof float[] a) {
      return new RawArray(a, a.length, (byte) 'F', MemorySegment.ofArray(a));
    }
    if (array instanceof char[] a) {
      return new RawArray(a, a.length, (byte) 'C', MemorySegment.ofArray(a));
    }
    if (array instanceof short[] a) {
      return new RawArray(a, a.length, (byte) 'S', MemorySegment.ofArray(a));
    }
    boolean[] truths = (boolean[]) array;
    byte[] bytes = new byte[truths.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (truths[i] ? 1 : 0);
    }
    return new RawArray(truths, truths.length, (byte) 'Z', MemorySegment.ofArray(bytes));
  }

  /** Makes an array to be filled. */
  static RawArray make(byte tag, int elements) {
    return switch (tag) {
      case 'B' -> of(new byte[elements]);
      case 'I' -> of(new int[elements]);
      case 'J' -> of(new long[elements]);
      case 'D' -> of(new double[elements]);
      case 'F' -> of(new float[elements]);
      case 'C' -> of(new char[elements]);
      case 'S' -> of(new short[elements]);
      case 'Z' -> of(new boolean[elements]);
      default -> throw new IllegalArgumentException("No array of " + TAGS + ": " + tag);
    };
  }

  byte tag() {
    return tag;
  }

  int elements() {
    return elements;
  }

  long bytes() {
    return memory.byteSize();
  }

  /** Copies from here into the buffer as much as it takes; returns how much. */
  int get(long from, ByteBuffer target) {
    int count = (int) Math.min(target.remaining(), bytes() - from);
    MemorySegment.copy(memory, from, MemorySegment.ofBuffer(target), 0, count);
    target.position(target.position() + count);
    return count;
  }

  /** Copies what the buffer has into this array; returns how much. */
  int put(long from, ByteBuffer source) {
    int count = (int) Math.min(source.remaining(), bytes() - from);
    MemorySegment.copy(MemorySegment.ofBuffer(source), 0, memory, from, count);
    source.position(source.position() + count);
    return count;
  }

  /** The array itself. */
  Object array() {
    if (array instanceof boolean[] truths) {
      for (int i = 0; i < truths.length; i++) {
        truths[i] = memory.get(ValueLayout.JAVA_BYTE, i) != 0;
      }
    }
    return array;
  }
}
