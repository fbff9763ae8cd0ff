package dev.weft.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
final class Numbers {

  /** What stands where a value is not a finite number. */
  static final String MISSING = "n/a";

  private static final int DIGITS = 3;
  private static final double EXPONENT_FROM = 1e9;
  private static final double EXPONENT_BELOW = 1e-4;

  private Numbers() {}

  /** Returns a coordinate: at most two decimals, none that say nothing. */
  static String coordinate(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    String digits = Long.toString(Math.abs(hundredths) % 100 + 100).substring(1);
    String sign = hundredths < 0 ? "-" : "";
    String whole = sign + Math.abs(hundredths) / 100 + "." + digits;
    return whole.endsWith("0") ? whole.substring(0, whole.length() - 1) : whole;
  }

  /** Returns a value with that many decimals and thousands set apart. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    String text = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    if (text.startsWith("-") && text.chars().allMatch(c -> "-0.".indexOf(c) >= 0)) {
      text = text.substring(1);
    }
    return grouped(text);
  }

  /** Returns a value to three significant digits; whole numbers below a billion stay whole. */
  static String significant(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    double size = Math.abs(value);
    if (value == 0 || (value == Math.rint(value) && size < EXPONENT_FROM)) {
      return fixed(value, 0);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    if (size >= EXPONENT_FROM || size < EXPONENT_BELOW) {
      return exponent(rounded);
    }
    int wholeDigits = rounded.precision() - rounded.scale();
    return fixed(rounded.doubleValue(), Math.max(0, DIGITS - wholeDigits));
  }

  /** Returns what {@link #significant} does, without zeros at its end. */
  static String shortest(double value) {
    String text = significant(value);
    boolean trims = text.indexOf('.') >= 0 && text.indexOf('e') < 0;
    return trims ? text.replaceFirst("\\.?0+$", "") : text;
  }

  private static String exponent(BigDecimal value) {
    int power = value.precision() - value.scale() - 1;
    return value.movePointLeft(power).stripTrailingZeros().toPlainString() + "e" + power;
  }

  private static String grouped(String text) {
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    int start = text.startsWith("-") ? 1 : 0;
    StringBuilder grouped = new StringBuilder(text);
    for (int at = end - 3; at > start; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /** Returns a value as data: every digit that it has. */
  static String exact(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
