package dev.weft.worker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes UTF-8 that comes in pieces; what is incomplete at the end of a piece waits for the next.
 *
 * <p>Invalid bytes become U+FFFD.
 */
final class Utf8Assembler {

  private byte[] rest = new byte[0];

  String decode(byte[] bytes, int offset, int length) {
    byte[] all = bytes;
    int from = offset;
    int size = length;
    if (rest.length > 0) {
      all = Arrays.copyOf(rest, rest.length + length);
      System.arraycopy(bytes, offset, all, rest.length, length);
      from = 0;
      size = all.length;
    }
    int open = incompleteAtEnd(all, from, size);
    rest = Arrays.copyOfRange(all, from + size - open, from + size);
    return new String(all, from, size - open, StandardCharsets.UTF_8);
  }

  /** Number of bytes at the end that begin a character and may go on. */
  private static int incompleteAtEnd(byte[] bytes, int from, int size) {
    for (int back = 1; back <= Math.min(3, size); back++) {
      int b = bytes[from + size - back] & 0xFF;
      if (b >= 0xC0) {
        return back < lengthOf(b) ? back : 0;
      }
      if (b < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  private static int lengthOf(int firstByte) {
    if (firstByte >= 0xF8) {
      return 1;
    }
    return firstByte >= 0xF0 ? 4 : firstByte >= 0xE0 ? 3 : 2;
  }
}
