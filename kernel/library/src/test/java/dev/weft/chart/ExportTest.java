package dev.weft.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.display.MimeType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts in other forms than drawings. */
class ExportTest {

  /** Graphs of waits have no such form. */
  static List<String> names() {
    return Gallery.charts().keySet().stream().filter(name -> !name.startsWith("waits")).toList();
  }

  @Test
  void othersStayAsTheyAre() {
    Chart waits = Objects.requireNonNull(Gallery.charts().get("waits"));
    assertEquals(waits.toDisplayData(), waits.interactive().toDisplayData());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyChartCanBeInteractive(String name) {
    Chart chart = Objects.requireNonNull(Gallery.charts().get(name));
    DisplayData data = chart.interactive().toDisplayData();
    String json = Objects.requireNonNull(data.data().get(MimeType.VEGA_LITE));
    assertTrue(json.contains("vega-lite/v5.json"), json);
    assertFalse(json.contains("NaN") || json.contains("Infinity"), json);
    assertTrue(json.length() < 1_000_000, () -> name + ": " + json.length());
    assertEquals(chart.toSvg(), data.data().get("image/svg+xml"));
  }

  @Test
  void aTraceHasProcessesThreadsAndSpansInMicroseconds() {
    TimelineChart chart = (TimelineChart) Gallery.charts().get("timeline-processes");
    String json = Objects.requireNonNull(chart).toTrace();
    assertTrue(json.startsWith("{\"displayTimeUnit\":\"ns\",\"traceEvents\":["), json);
    assertEquals(2, count(json, "\"process_name\""));
    assertEquals(5, count(json, "\"thread_name\""));
    assertTrue(
        json.contains(
            "{\"ph\":\"X\",\"name\":\"waiting for a lock: till\",\"cat\":\"waiting for a lock\","
                + "\"pid\":2,\"tid\":3,\"ts\":20000,\"dur\":13000,"
                + "\"args\":{\"what\":\"till\",\"holder\":\"worker\"}}"),
        json);
  }

  private static int count(String text, String part) {
    return Math.toIntExact(Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count());
  }

  @Test
  void namesAreEscapedForJson() {
    TimelineChart chart = (TimelineChart) Gallery.charts().get("timeline-strange");
    String json = Objects.requireNonNull(chart).toTrace();
    assertTrue(json.chars().allMatch(c -> c < 0x7f && c != '<'), json);
    assertTrue(json.contains("\\u003cscript>"), json);
  }

  @Test
  void theFileNameSaysTheFormat(@TempDir Path folder) throws Exception {
    TimelineChart chart = (TimelineChart) Objects.requireNonNull(Gallery.charts().get("timeline"));
    for (String ending : List.of("svg", "csv", "txt", "json")) {
      Path file = chart.toFile(folder.resolve("chart." + ending));
      assertTrue(Files.size(file) > 100, ending);
    }
    assertThrows(IllegalArgumentException.class, () -> chart.toFile(folder.resolve("a.doc")));
  }

  @Test
  void numbersInNamesAreOrderedByValue() {
    List<String> names = new java.util.ArrayList<>(List.of("t-10", "t-9", "s", "t-09a", "t"));
    names.sort(NameOrder.INSTANCE);
    assertEquals(List.of("s", "t", "t-9", "t-09a", "t-10"), names);
  }

  @Test
  void aViewHasBounds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TimelineChart.View(0, 600, false, TimelineChart.Order.NAME));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TimelineChart.View(9, 60, false, TimelineChart.Order.NAME));
  }
}
