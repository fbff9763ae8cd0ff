package dev.weft.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations that users give to methods that wait. */
final class Waits {

  private Waits() {}

  /** Returns the duration in nanoseconds: what is too long for ever, what is negative zero. */
  static long nanos(Duration timeout) {
    return Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
  }
}
