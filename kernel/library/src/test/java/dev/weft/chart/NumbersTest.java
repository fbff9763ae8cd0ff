package dev.weft.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void coordinatesHaveNoNeedlessDigits() {
    assertEquals("0", Numbers.coordinate(-0.001));
    assertEquals("12", Numbers.coordinate(12));
    assertEquals("-0.5", Numbers.coordinate(-0.5));
    assertEquals("3.07", Numbers.coordinate(3.0749));
  }

  @Test
  void threeDigitsSayEnough() {
    assertEquals("0", Numbers.significant(0));
    assertEquals("1,234,567", Numbers.significant(1_234_567));
    assertEquals("1.23", Numbers.significant(1.2345));
    assertEquals("124", Numbers.significant(123.6));
    assertEquals("-0.0123", Numbers.significant(-0.01234));
    assertEquals("1,240", Numbers.significant(1235.5));
    assertEquals("1.23e12", Numbers.significant(1.234e12));
    assertEquals("1.23e-7", Numbers.significant(1.234e-7));
    assertEquals("n/a", Numbers.significant(Double.NaN));
    assertEquals("0.1", Numbers.shortest(0.1));
    assertEquals("100", Numbers.shortest(100));
  }

  @Test
  void zeroHasNoSign() {
    assertEquals("0.0", Numbers.fixed(-0.01, 1));
  }

  @Test
  void timesAreShownInTheUnitThatReadsBest() {
    assertEquals("ns", unit(999));
    assertEquals("µs", unit(1_000));
    assertEquals("ms", unit(2e6));
    assertEquals("s", unit(6e10));
    assertEquals("min", unit(1.2e11));
    assertEquals("h", unit(7.3e12));
    assertEquals("1.50 ms", Unit.of("ns", java.util.stream.DoubleStream.of(1.5e6)).text(1.5e6));
  }

  private static String unit(double nanos) {
    return Unit.of("ns", java.util.stream.DoubleStream.of(nanos)).name();
  }
}
