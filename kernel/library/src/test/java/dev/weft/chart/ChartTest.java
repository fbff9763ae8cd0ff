package dev.weft.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {

  private static final Chart CHART = BarChart.of(Map.of("one", 1)).title("Title").unit("s");

  @TempDir Path folder;

  @Test
  void showsADrawingAndTheNumbers() {
    DisplayData data = CHART.toDisplayData();
    assertEquals(CHART.toSvg(), data.data().get("image/svg+xml"));
    assertTrue(CHART.toText().contains("one  1 s"), CHART.toText());
    assertEquals(CHART.toText(), data.data().get(DisplayData.TEXT));
  }

  @Test
  void writesFilesByTheirEnding() throws IOException {
    assertEquals(CHART.toSvg(), Files.readString(CHART.toFile(folder.resolve("a.SVG"))));
    assertEquals("name,value_s,low,high\none,1,1,1\n", csv(CHART));
    Path other = folder.resolve("a.xls");
    var refused = assertThrows(IllegalArgumentException.class, () -> CHART.toFile(other));
    assertTrue(String.valueOf(refused.getMessage()).contains("a.xls"), refused.getMessage());
    assertFalse(Files.exists(other));
  }

  private String csv(Chart chart) throws IOException {
    return Files.readString(chart.toFile(folder.resolve("a.csv")));
  }

  @Test
  void quotesWhatCsvNeedsQuoted() throws IOException {
    assertTrue(csv(BarChart.of(Map.of("a,\"b\"", 1))).contains("\"a,\"\"b\"\"\",1"));
  }

  @Test
  void percentilesAreNearestRanks() {
    Histogram histogram = Histogram.of(List.of(5, 1, 4, 2, 3, 6, 7, 8, 9, 10));
    assertEquals(5, histogram.percentile(50));
    assertEquals(9, histogram.percentile(90));
    assertEquals(10, histogram.percentile(91));
    assertEquals(1, histogram.percentile(0.1));
    assertThrows(IllegalArgumentException.class, () -> histogram.percentile(0));
    assertThrows(IllegalStateException.class, () -> Histogram.of(List.of()).percentile(50));
  }

  @Test
  void everyValueLiesInABin() {
    for (Chart chart : Gallery.charts().values()) {
      if (chart instanceof Histogram histogram) {
        int inBins = java.util.Arrays.stream(histogram.bins().counts()).sum();
        assertEquals(histogram.count(), inBins);
        int inWide = java.util.Arrays.stream(histogram.bins().atMost(5).counts()).sum();
        assertEquals(histogram.count(), inWide);
      }
    }
  }

  @Test
  void theSerialShareIsFound() {
    double serial = 0.2;
    var times = new java.util.TreeMap<Integer, Duration>();
    for (int n : new int[] {1, 2, 4, 8}) {
      times.put(n, Duration.ofNanos((long) (1e9 * (serial + (1 - serial) / n))));
    }
    SpeedupChart chart = SpeedupChart.of(times);
    assertEquals(serial, chart.serialShare().orElseThrow(), 1e-6);
    assertEquals(1 / (serial + 0.4), chart.speedup(2), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> chart.speedup(3));
  }

  @Test
  void refusesTimesThatCantBe() {
    assertThrows(IllegalArgumentException.class, () -> SpeedupChart.of(Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> SpeedupChart.of(Map.of(0, Duration.ofSeconds(1))));
    assertThrows(IllegalArgumentException.class, () -> SpeedupChart.of(Map.of(1, Duration.ZERO)));
    assertThrows(
        IllegalArgumentException.class,
        () -> LineChart.titled("", "", "").line("x", new double[1], new double[2]));
  }

  @Test
  void aLiveChartKeepsTheNewestValues() {
    AtomicLong time = new AtomicLong();
    try (LiveChart live = LiveChart.open("Live", time::get)) {
      for (int i = 0; i < 700; i++) {
        time.addAndGet(1_000_000);
        live.add(i);
      }
      List<LineChart.Point> points = live.chart().series().getFirst().points();
      assertEquals(600, points.size());
      assertEquals(new LineChart.Point(0.7, 699), points.getLast());
    }
  }
}
