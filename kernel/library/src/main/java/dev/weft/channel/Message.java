package dev.weft.channel;

import dev.weft.process.ship.Flat;

/**
 * What lies in a ring.
 *
 * @param kind one of those below
 * @param bytes the content, in its first {@code length} bytes
 * @param length number of bytes that count
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares or changes
record Message(int kind, byte[] bytes, int length) {

  /** An object, as {@link dev.weft.process.child.Values} writes it. */
  static final int OBJECT = 1;

  /** Bytes as the user gave them. */
  static final int BYTES = 2;

  /** Added to the kind of a message whose content is in a file, which the bytes name. */
  static final int ASIDE = 4;

  static Message ofBytes(byte[] bytes) {
    return new Message(BYTES, bytes, bytes.length);
  }

  static Message of(Flat run) {
    return new Message(OBJECT, run.bytes(), run.length());
  }

  boolean isAside() {
    return (kind & ASIDE) != 0;
  }

  /** The kind of the content, wherever that is. */
  int contentKind() {
    return kind & ~ASIDE;
  }

  /** How much of a ring it takes. */
  int units() {
    return 1 + (length + Ring.UNIT - 1) / Ring.UNIT;
  }
}
