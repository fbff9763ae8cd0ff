package dev.weft.process.ship;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes in memory that grow, and are read where they lie. */
final class ByteSink extends OutputStream {

  private byte[] bytes;
  private int size;

  ByteSink(int capacity) {
    bytes = new byte[capacity];
  }

  /** The array, of which the first {@link #size} bytes count. */
  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      int doubled = bytes.length > Integer.MAX_VALUE / 2 ? needed : 2 * bytes.length;
      bytes = Arrays.copyOf(bytes, Math.max(doubled, needed));
    }
  }

  @Override
  public void write(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  void putInt(int value) {
    reserve(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >> shift);
    }
  }

  void putLong(long value) {
    reserve(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >> shift);
    }
  }

  /** Writes any string, also one that is not well-formed. */
  void putString(String text) {
    int length = text.length();
    int wide = 0;
    for (int i = 0; i < length; i++) {
      wide |= text.charAt(i) >> 8;
    }
    putInt(length);
    write(wide == 0 ? 0 : 1);
    if (wide == 0) {
      putNarrow(text, length);
      return;
    }
    reserve(Math.multiplyExact(length, 2));
    for (int i = 0; i < length; i++) {
      char each = text.charAt(i);
      bytes[size++] = (byte) (each >> 8);
      bytes[size++] = (byte) each;
    }
  }

  @SuppressWarnings("deprecation") // the low bytes are what is wanted
  private void putNarrow(String text, int length) {
    reserve(length);
    text.getBytes(0, length, bytes, size);
    size += length;
  }
}
