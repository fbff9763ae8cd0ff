package dev.weft.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.TimelineChart;
import dev.weft.trace.flight.Doing;
import dev.weft.trace.flight.Happening;
import dev.weft.trace.flight.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A recording of ten thousand threads, each held up a hundred times. */
class ManyThreadsTest {

  private static final long SEED = 11;
  private static final int THREADS = 10_000;
  private static final long FIRST = 1_000_000;
  private static final int EACH = 100;

  /** Returns a recording of a million waits. */
  static Recording.All recorded() {
    Random random = new Random(SEED);
    List<Happening> all = new ArrayList<>(THREADS * (EACH + 2));
    for (long thread = FIRST; thread < FIRST + THREADS; thread++) {
      long at = random.nextInt(50_000_000);
      all.add(new Happening.Begun(thread, at, "worker-" + thread, false));
      for (int i = 0; i < EACH; i++) {
        long from = at + 1 + random.nextInt(20_000_000);
        at = from + 20_000 + random.nextInt(20_000_000);
        Doing doing = i % 3 == 0 ? Doing.SLEEP : Doing.LOCK;
        all.add(new Happening.Held(thread, "worker-" + thread, from, at, doing, "A", 1, "", false));
      }
      all.add(new Happening.Ended(thread, at + 1));
    }
    return new Recording.All(
        new Recorded(0, 3_000_000_000L, all, 0, 0), List.of(), Thread.currentThread(), Map.of());
  }

  @Test
  void areDrawnSmallAndTold() {
    Timeline timeline = TimelineBuilder.build("Many", recorded());
    TimelineChart chart = timeline.chart();
    String svg = chart.toSvg();
    assertTrue(svg.length() < 200_000, () -> "it is " + svg.length() + " long");
    assertEquals(THREADS + 1, timeline.lanes().size());
    assertTrue(svg.contains("10,001 threads are drawn in 200 lanes"), "not told");
    assertTrue(svg.contains("short spans are drawn with their neighbours"), "not told");
  }
}
