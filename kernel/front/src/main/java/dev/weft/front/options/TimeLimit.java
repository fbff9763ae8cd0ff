package dev.weft.front.options;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time: a number, of milliseconds unless a unit follows; less than one is none. */
final class TimeLimit {

  private static final Pattern TIME = Pattern.compile("([+-]?\\d{1,15})\\s*([A-Za-z]*)");

  private static final Map<String, TimeUnit> SHORT =
      Map.of(
          "", TimeUnit.MILLISECONDS,
          "MS", TimeUnit.MILLISECONDS,
          "S", TimeUnit.SECONDS,
          "MIN", TimeUnit.MINUTES,
          "M", TimeUnit.MINUTES,
          "H", TimeUnit.HOURS);

  private TimeLimit() {}

  /**
   * Reads a time.
   *
   * @throws IllegalArgumentException if it is none, with a sentence
   */
  static Optional<Duration> parse(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration limit = Duration.of(amount, unit(matcher.group(2), text).toChronoUnit());
    return amount < 1 ? Optional.empty() : Optional.of(limit);
  }

  private static TimeUnit unit(String name, String text) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (SHORT.containsKey(upper)) {
      return SHORT.get(upper);
    }
    for (TimeUnit unit : TimeUnit.values()) {
      if (unit.name().equals(upper) || unit.name().equals(upper + "S")) {
        return unit;
      }
    }
    throw wrong(text);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no time: write a number of milliseconds, or a unit as in 30 SECONDS.");
  }
}
