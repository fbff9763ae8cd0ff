package dev.weft.process.ship;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} has written. */
final class ByteSource extends InputStream {

  private final byte[] bytes;
  private int position;

  ByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return position < bytes.length ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int count = Math.min(length, bytes.length - position);
    if (count == 0) {
      return -1;
    }
    System.arraycopy(bytes, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return bytes.length - position;
  }

  int takeInt() {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = (value << 8) | (bytes[position++] & 0xFF);
    }
    return value;
  }

  long takeLong() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << 8) | (bytes[position++] & 0xFF);
    }
    return value;
  }

  String takeString() {
    int length = takeInt();
    boolean wide = bytes[position++] != 0;
    if (!wide) {
      position += length;
      return new String(bytes, position - length, length, StandardCharsets.ISO_8859_1);
    }
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      int high = bytes[position++] << 8;
      text[i] = (char) (high | (bytes[position++] & 0xFF));
    }
    return new String(text);
  }
}
