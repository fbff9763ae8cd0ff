package dev.weft.front.server;

/** Positions in code: code points in messages, UTF-16 indexes in Java. */
final class CodePoints {

  private CodePoints() {}

  /** The index of a position, which is brought into the code's range first. */
  static int toIndex(String code, int position) {
    int last = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.clamp(position, 0, last));
  }

  /** The position of an index, which is brought into the code's range first. */
  static int toPosition(String code, int index) {
    return code.codePointCount(0, Math.clamp(index, 0, code.length()));
  }
}
