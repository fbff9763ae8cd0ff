package dev.weft.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis: multiples of 1, 2 or 5 times a power of ten that cover a range.
 *
 * @param values in ascending order, at least two
 * @param decimals how many each needs as text
 */
record Ticks(List<Double> values, int decimals) {

  private static final double ALMOST = 1e-9;

  /** From here on numbers are too long to be written out. */
  private static final double LONG = 1e12;

  private static final int MOST_DECIMALS = 6;

  Ticks {
    values = List.copyOf(values);
  }

  /** Returns about that many marks, of which the first and last enclose the range. */
  static Ticks of(double low, double high, int about) {
    double span = high > low ? high - low : Math.max(1, Math.abs(high));
    span = Math.min(span, Double.MAX_VALUE);
    double step = step(span / Math.max(1, about));
    long from = (long) Math.floor(low / step + ALMOST);
    long to = (long) Math.ceil(Math.max(high, low + step) / step - ALMOST);
    List<Double> values = new ArrayList<>();
    for (long i = from; i <= Math.max(to, from + 1); i++) {
      values.add(Math.clamp(i * step, -Double.MAX_VALUE, Double.MAX_VALUE));
    }
    return new Ticks(values, Math.max(0, (int) Math.ceil(-StrictMath.log10(step) - ALMOST)));
  }

  private static double step(double rough) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    double ratio = rough / power;
    if (ratio <= 1 + ALMOST) {
      return power;
    }
    if (ratio <= 2 + ALMOST) {
      return 2 * power;
    }
    return ratio <= 5 + ALMOST ? 5 * power : 10 * power;
  }

  double low() {
    return values.getFirst();
  }

  double high() {
    return values.getLast();
  }

  /** Returns where in the range a value lies: 0 at its low end, 1 at its high end. */
  double fraction(double value) {
    return (value / 2 - low() / 2) / (high() / 2 - low() / 2);
  }

  String label(double value) {
    boolean fits = Math.max(-low(), high()) < LONG && decimals <= MOST_DECIMALS;
    return fits ? Numbers.fixed(value, decimals) : Numbers.significant(value);
  }

  List<String> labels() {
    return values.stream().map(this::label).toList();
  }
}
