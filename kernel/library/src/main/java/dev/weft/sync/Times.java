package dev.weft.sync;

import java.time.Duration;

/** Durations as the nanoseconds that a wait takes. */
final class Times {

  private Times() {}

  /** Returns the nanoseconds; where they are too many for a number, the most there is. */
  static long nanos(Duration timeout) {
    try {
      return timeout.toNanos();
    } catch (ArithmeticException e) {
      return timeout.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }
}
