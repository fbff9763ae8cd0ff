package dev.weft.timing;

import dev.weft.chart.BarChart;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.magic.KernelCallException;
import dev.weft.magic.Magics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Timings that go into the notebook, and those that were there.
 *
 * @param name of the comparison
 */
record HandoutTimings(String name, Timings timings, Optional<Author> author)
    implements Displayable {

  /** The form in which a notebook keeps timings: name, machine, and medians in nanoseconds. */
  static final String TYPE = "application/vnd.weft.timings+json";

  private static final String MAGIC = "reference";

  /**
   * What the author has measured.
   *
   * @param medians in nanoseconds, by variant
   */
  record Author(String machine, Map<String, Double> medians) {

    static Optional<Author> of(String name) {
      try {
        List<String> lines = Magics.lineMagic(MAGIC, List.of(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(parse(lines));
      } catch (KernelCallException _) {
        return Optional.empty();
      }
    }

    /** Reads the machine, then lines with a number, a blank and a name. */
    static Author parse(List<String> lines) {
      Map<String, Double> medians = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int blank = line.indexOf(' ');
        medians.put(line.substring(blank + 1), Double.valueOf(line.substring(0, blank)));
      }
      return new Author(lines.getFirst(), medians);
    }
  }

  BarChart chart() {
    BarChart own = timings.chart();
    return author
        .map(
            other ->
                own.behind(other.medians())
                    .note("Pale: the handout's, on " + other.machine() + "."))
        .orElse(own);
  }

  @Override
  public DisplayData toDisplayData() {
    Map<String, Object> medians = new LinkedHashMap<>();
    timings.all().forEach(timing -> medians.put(timing.name(), timing.medianNanos()));
    DisplayData kept =
        DisplayData.ofJson(TYPE, Map.of("name", name, "machine", machine(), "medians", medians));
    Map<String, String> shown = new LinkedHashMap<>(chart().toDisplayData().data());
    shown.putAll(kept.data());
    return new DisplayData(shown, Map.of());
  }

  private static String machine() {
    int cores = Runtime.getRuntime().availableProcessors();
    return "%d %s, Java %s, %s %s"
        .formatted(
            cores,
            cores == 1 ? "core" : "cores",
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  @Override
  public String toString() {
    return chart().toText();
  }
}
