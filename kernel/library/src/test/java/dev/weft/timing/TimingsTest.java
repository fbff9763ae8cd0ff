package dev.weft.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.Histogram;
import dev.weft.chart.SpeedupChart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void theMedianAndItsSpreadAreThoseOfTheTimes() {
    Timing timing = new Timing("t", new double[] {5, 1, 2, 100, 3, 4, 6, 7, 8}, 9);
    assertEquals(5, timing.medianNanos());
    assertEquals(3, timing.lowerQuartileNanos());
    assertEquals(7, timing.upperQuartileNanos());
    assertEquals(1, timing.lowestNanos());
    assertEquals(100, timing.highestNanos());
    assertEquals(1, timing.outliers());
  }

  @Test
  void theConfidenceIntervalHoldsTheTrueMedianAboutAsOftenAsItSays() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int inside = 0;
    for (int i = 0; i < 2_000; i++) {
      double[] times = random.doubles(41, 100, 200).toArray();
      Timing timing = new Timing("t", times, 41);
      boolean holds =
          Math.abs(timing.medianNanos() - 150) <= 2 * timing.precision() * timing.medianNanos();
      inside += holds ? 1 : 0;
    }
    assertTrue(inside > 1_880, "seed " + seed + ": only " + inside + " of 2,000");
  }

  @Test
  void fewTimesSayNothingOfPrecision() {
    assertEquals(Double.POSITIVE_INFINITY, new Timing("t", new double[] {1, 1}, 2).precision());
  }

  @Test
  void aLongerVariantTakesLonger() throws Exception {
    Timings timings =
        Timings.comparison()
            .limit(SHORT)
            .variant("sleep", () -> Thread.sleep(3))
            .variant("add", () -> IntStream.range(0, 100).sum())
            .run();
    assertTrue(timings.get("sleep").lowestNanos() >= 3_000_000, timings.toString());
    assertEquals("add", timings.fastest().name());
    assertTrue(timings.ratio("sleep", "add") > 1, timings.toString());
    assertTrue(timings.get("add").calls() > timings.get("add").runs(), "measured several at once");
    assertTrue(timings.get("sleep").runs() >= 7);
    assertTrue(timings.toString().contains("Medians of"), timings.toString());
  }

  @Test
  void variantsThatReturnAndThatDoNotBothFit() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    Timings.of("void", () -> ran.set(1));
    assertEquals(1, ran.get());
  }

  @Test
  void whatAVariantThrowsComesThrough() {
    IOException thrown = new IOException("no");
    Comparison comparison =
        Timings.comparison()
            .variant(
                "bad",
                (Body)
                    () -> {
                      throw thrown;
                    });
    assertSame(thrown, assertThrows(IOException.class, comparison::run));
  }

  @Test
  void badInputIsRefused() {
    Comparison comparison = Timings.comparison().variant("a", () -> 1);
    assertThrows(IllegalArgumentException.class, () -> comparison.variant("a", () -> 2));
    assertThrows(IllegalArgumentException.class, () -> comparison.precision(0));
    assertThrows(IllegalArgumentException.class, () -> comparison.limit(Duration.ZERO));
    assertThrows(IllegalStateException.class, () -> Timings.comparison().run());
    assertThrows(IllegalArgumentException.class, () -> Outcomes.count(0, () -> 1));
    assertThrows(IllegalArgumentException.class, () -> Speedup.measure(0, n -> {}));
    assertThrows(IllegalArgumentException.class, () -> Speedup.measure(List.of(1, -1), n -> {}));
  }

  @Test
  void speedupsAreMeasuredForPowersOfTwoAndTheMost() throws Exception {
    SpeedupChart chart = Speedup.measure(3, workers -> Thread.sleep(30 / workers));
    assertEquals(List.of(1, 2, 3), List.copyOf(chart.times().keySet()));
    Duration alone = Objects.requireNonNull(chart.times().get(1));
    assertTrue(alone.toMillis() >= 30, chart.toText());
    assertTrue(chart.speedup(3) > 1, chart.toText());
  }

  @Test
  void outcomesAreCountedTheMostFrequentFirst() throws Exception {
    AtomicInteger next = new AtomicInteger();
    Outcomes outcomes =
        Outcomes.count(10, () -> next.getAndIncrement() % 5 == 0 ? "rare" : "often");
    assertEquals(List.of("often", "rare"), List.copyOf(outcomes.counts().keySet()));
    assertEquals(8, outcomes.count("often"));
    assertEquals(0, outcomes.count("never"));
    assertTrue(outcomes.toString().startsWith("2 different results in 10 runs"));
  }

  @Test
  void manyDifferentNumbersAreAHistogram() throws Exception {
    AtomicInteger next = new AtomicInteger();
    Outcomes outcomes = Outcomes.count(100, next::getAndIncrement);
    assertTrue(outcomes.chart() instanceof Histogram, outcomes.toString());
  }

  @Test
  void timingsStandBeforeTheHandouts() {
    Timing timing = new Timing("serial", new double[] {2e6, 2e6, 2e6}, 3);
    Timings timings = new Timings(List.of(timing), 0.05);
    HandoutTimings.Author author =
        HandoutTimings.Author.parse(List.of("4 cores, Java 25", "1500000.0 serial", "3.0 a b"));
    assertEquals(3.0, author.medians().get("a b"));
    HandoutTimings both = new HandoutTimings("pools", timings, Optional.of(author));
    assertTrue(both.toString().contains("behind it: 1.50 ms"), both.toString());
    assertTrue(both.toString().contains("Pale: the handout's, on 4 cores, Java 25."));
    String json = String.valueOf(both.toDisplayData().data().get(HandoutTimings.TYPE));
    assertTrue(json.contains("\"name\":\"pools\"") && json.contains("\"serial\":2000000"), json);
  }

  @Test
  void outsideOfANotebookTimingsStandAlone() {
    Timings timings = new Timings(List.of(new Timing("t", new double[] {1, 1, 1}, 3)), 0.05);
    assertEquals(timings.toString(), timings.besideHandout("any").toString());
  }
}
