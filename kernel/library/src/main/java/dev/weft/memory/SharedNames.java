package dev.weft.memory;

import java.util.concurrent.atomic.AtomicInteger;

/** Names for what was not given one: what it is and a number. */
final class SharedNames {

  private static final AtomicInteger LAST = new AtomicInteger();

  private SharedNames() {}

  static String next(String what) {
    return what + "-" + LAST.incrementAndGet();
  }
}
