package dev.weft.front.protocol;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;

/** Remembers the latest signatures; used by one thread. */
final class ReplayGuard {
  private final LinkedHashSet<ByteBuffer> seen = new LinkedHashSet<>();
  private final int capacity;

  ReplayGuard(int capacity) {
    this.capacity = capacity;
  }

  /** Returns whether the signature is new, and remembers it in place of the oldest. */
  boolean isFirst(byte[] signature) {
    boolean first = seen.add(ByteBuffer.wrap(signature));
    if (seen.size() > capacity) {
      seen.removeFirst();
    }
    return first;
  }
}
