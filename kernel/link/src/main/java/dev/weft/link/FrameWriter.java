package dev.weft.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes the fields of one message into a growing array.
 *
 * <p>A string is its length in characters, shifted left by one, with the lowest bit set where it
 * takes two bytes a character. So every string comes out as it went in, unpaired surrogates too.
 */
final class FrameWriter {

  private static final int CHUNK = 8192;

  private final int limit;
  private byte[] bytes = new byte[CHUNK];
  private int size;

  /** Writes up to so many bytes. */
  FrameWriter(int limit) {
    this.limit = limit;
  }

  void clear() {
    size = 0;
    if (bytes.length > FrameCodec.KEPT_BUFFER) {
      bytes = new byte[CHUNK];
    }
  }

  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  void setInt(int position, int value) {
    ByteBuffer.wrap(bytes).putInt(position, value);
  }

  void writeByte(int value) throws FrameTooLargeException {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  void writeBoolean(boolean value) throws FrameTooLargeException {
    writeByte(value ? 1 : 0);
  }

  void writeInt(int value) throws FrameTooLargeException {
    ensure(Integer.BYTES);
    setInt(size, value);
    size += Integer.BYTES;
  }

  void writeLong(long value) throws FrameTooLargeException {
    ensure(Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(size, value);
    size += Long.BYTES;
  }

  void writeBytes(byte[] value) throws FrameTooLargeException {
    writeInt(value.length);
    ensure(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  void writeOptional(Optional<String> value) throws FrameTooLargeException {
    writeBoolean(value.isPresent());
    if (value.isPresent()) {
      writeString(value.get());
    }
  }

  void writeStrings(List<String> values) throws FrameTooLargeException {
    writeInt(values.size());
    for (String value : values) {
      writeString(value);
    }
  }

  void writeString(String value) throws FrameTooLargeException {
    boolean wide = isWide(value);
    long header = (long) value.length() << 1 | (wide ? 1 : 0);
    writeLong(header);
    ensure(wide ? 2L * value.length() : value.length());
    if (wide) {
      ByteBuffer.wrap(bytes, size, bytes.length - size).asCharBuffer().put(value);
      size += 2 * value.length();
    } else {
      writeNarrow(value);
    }
  }

  private void writeNarrow(String value) {
    for (int from = 0; from < value.length(); from += CHUNK) {
      String chunk = value.substring(from, Math.min(value.length(), from + CHUNK));
      byte[] encoded = chunk.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(encoded, 0, bytes, size, encoded.length);
      size += encoded.length;
    }
  }

  private static boolean isWide(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0xFF) {
        return true;
      }
    }
    return false;
  }

  private void ensure(long more) throws FrameTooLargeException {
    long needed = size + more;
    if (needed > limit) {
      throw new FrameTooLargeException(needed, limit);
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, needed + needed / 4));
    }
  }
}
