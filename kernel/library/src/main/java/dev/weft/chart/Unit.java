package dev.weft.chart;

import java.util.stream.DoubleStream;

/**
 * The unit in which values are shown.
 *
 * @param name as it stands behind a number, or empty
 * @param size how many of the values' own units make one
 */
record Unit(String name, double size) {

  /** The name of the unit that is shown in whatever unit of time reads best. */
  static final String NANOSECONDS = "ns";

  private static final Unit[] TIMES = {
    new Unit("h", 3.6e12),
    new Unit("min", 6e10),
    new Unit("s", 1e9),
    new Unit("ms", 1e6),
    new Unit("µs", 1e3),
    new Unit("ns", 1)
  };

  /** Returns the unit for values of that unit, of which the largest decides. */
  static Unit of(String name, DoubleStream values) {
    if (!name.equals(NANOSECONDS)) {
      return new Unit(name, 1);
    }
    double largest = values.filter(Double::isFinite).map(Math::abs).max().orElse(0);
    for (Unit unit : TIMES) {
      if (largest >= (unit.name().equals("min") || unit.name().equals("h") ? 2 : 1) * unit.size()) {
        return unit;
      }
    }
    return TIMES[TIMES.length - 1];
  }

  /** Returns nanoseconds in the unit of time that reads best. */
  static String time(double nanos) {
    return of(NANOSECONDS, DoubleStream.of(nanos)).text(nanos);
  }

  double of(double value) {
    return value / size;
  }

  /** Returns a value of the values' own unit with this unit behind it. */
  String text(double value) {
    String number = Numbers.significant(of(value));
    return name.isEmpty() || number.equals(Numbers.MISSING) ? number : number + " " + name;
  }

  /** Returns a label with this unit behind it, in brackets. */
  String label(String what) {
    if (name.isEmpty()) {
      return what;
    }
    return what.isEmpty() ? name : what + " (" + name + ")";
  }
}
