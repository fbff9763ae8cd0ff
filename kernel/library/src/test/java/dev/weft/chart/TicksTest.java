package dev.weft.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void marksAreRoundNumbers() {
    assertEquals(List.of("0", "20", "40", "60", "80", "100"), Ticks.of(0, 97, 5).labels());
    assertEquals(List.of("0.0", "0.1", "0.2", "0.3"), Ticks.of(0, 0.3, 3).labels());
    assertEquals(List.of("-10", "-5", "0", "5"), Ticks.of(-8, 4, 3).labels());
    assertEquals(List.of("-1e300", "0", "1e300"), Ticks.of(-1e300, 1e300, 2).labels());
  }

  @Test
  void anyRangeIsEnclosedByAFewMarks() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(24) - 12);
      double high =
          low
              + Math.abs(random.nextGaussian())
                  * Math.pow(10, random.nextInt(6) - 3)
                  * Math.abs(low);
      Ticks ticks = Ticks.of(low, high, 5);
      String what = "seed " + seed + ": " + low + " to " + high + " gives " + ticks;
      double slack = 1e-6 * (ticks.high() - ticks.low());
      assertTrue(ticks.low() <= low + slack && ticks.high() >= high - slack, what);
      assertTrue(ticks.values().size() >= 2 && ticks.values().size() <= 14, what);
    }
  }
}
