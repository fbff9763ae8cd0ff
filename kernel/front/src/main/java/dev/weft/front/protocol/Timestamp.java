package dev.weft.front.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates of headers: UTC with microseconds, as {@code 2026-11-23T05:26:34.000120Z}. */
public final class Timestamp {
  private static final int NANOS_PER_MICRO = 1000;

  private Timestamp() {}

  /** Returns the current time. */
  public static String now() {
    return of(Instant.now());
  }

  /** Formats by hand: {@code DateTimeFormatter} is slow to load. */
  static String of(Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(27);
    append(text, time.getYear(), 4).append('-');
    append(text, time.getMonthValue(), 2).append('-');
    append(text, time.getDayOfMonth(), 2).append('T');
    append(text, time.getHour(), 2).append(':');
    append(text, time.getMinute(), 2).append(':');
    append(text, time.getSecond(), 2).append('.');
    return append(text, time.getNano() / NANOS_PER_MICRO, 6).append('Z').toString();
  }

  private static StringBuilder append(StringBuilder text, int number, int digits) {
    String plain = Integer.toString(number);
    return text.repeat('0', Math.max(0, digits - plain.length())).append(plain);
  }
}
