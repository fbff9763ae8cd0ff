package dev.weft.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of one message, as {@link FrameWriter} wrote them. */
final class FrameReader {

  private final byte[] bytes;
  private final int end;
  private int position;

  FrameReader(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    position = from;
    end = from + length;
  }

  int readByte() throws MalformedFrameException {
    return bytes[advance(1)];
  }

  boolean readBoolean() throws MalformedFrameException {
    return readByte() != 0;
  }

  int readInt() throws MalformedFrameException {
    return ByteBuffer.wrap(bytes).getInt(advance(Integer.BYTES));
  }

  long readLong() throws MalformedFrameException {
    return ByteBuffer.wrap(bytes).getLong(advance(Long.BYTES));
  }

  /** Reads the number of elements that follow, each of which takes at least one byte. */
  int readCount() throws MalformedFrameException {
    int count = readInt();
    if (count < 0 || count > end - position) {
      throw new MalformedFrameException("A frame announces " + count + " elements");
    }
    return count;
  }

  byte[] readBytes() throws MalformedFrameException {
    int length = readInt();
    int start = advance(length);
    byte[] value = new byte[length];
    System.arraycopy(bytes, start, value, 0, length);
    return value;
  }

  Optional<String> readOptional() throws MalformedFrameException {
    return readBoolean() ? Optional.of(readString()) : Optional.empty();
  }

  List<String> readStrings() throws MalformedFrameException {
    int count = readCount();
    List<String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(readString());
    }
    return values;
  }

  String readString() throws MalformedFrameException {
    long header = readLong();
    boolean wide = (header & 1) != 0;
    long length = header >> 1;
    int start = advance(wide ? 2 * length : length);
    if (!wide) {
      return new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
    }
    return ByteBuffer.wrap(bytes, start, 2 * (int) length).asCharBuffer().toString();
  }

  void expectEnd() throws MalformedFrameException {
    if (position != end) {
      throw new MalformedFrameException("A frame has " + (end - position) + " bytes too many");
    }
  }

  private int advance(long length) throws MalformedFrameException {
    if (length < 0 || length > end - position) {
      throw new MalformedFrameException(
          "A frame ends early: " + length + " bytes expected, " + (end - position) + " left");
    }
    int start = position;
    position += (int) length;
    return start;
  }
}
