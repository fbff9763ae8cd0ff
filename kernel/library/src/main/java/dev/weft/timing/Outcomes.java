package dev.weft.timing;

import dev.weft.chart.BarChart;
import dev.weft.chart.Chart;
import dev.weft.chart.Histogram;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * How often each result came of running the same code many times.
 *
 * <p>Shows itself as a bar for each result, the most frequent first; where there are many different
 * numbers, as a histogram. Results that are equal count as one. Immutable.
 *
 * <pre>{@code
 * Outcomes.count(100, () -> sumOfTwoRacingThreads())
 * }</pre>
 */
public final class Outcomes implements Displayable {

  private static final int MOST_BARS = 12;

  private final int runs;
  private final Map<Object, Integer> counts;

  private Outcomes(int runs, Map<Object, Integer> counts) {
    this.runs = runs;
    this.counts = Collections.unmodifiableMap(counts);
  }

  /**
   * Runs code that many times, one after the other, and counts what it returns.
   *
   * @throws IllegalArgumentException if that is below 1
   * @throws Exception what the code throws
   */
  public static Outcomes count(int runs, Callable<? extends @Nullable Object> body)
      throws Exception {
    if (runs < 1) {
      throw new IllegalArgumentException("It must run at least once: " + runs);
    }
    Map<Object, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < runs; i++) {
      Object result = body.call();
      counts.merge(result == null ? "null" : result, 1, Integer::sum);
    }
    Map<Object, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Object, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new Outcomes(runs, sorted);
  }

  /** Returns how often each result came, the most frequent first; null counts as "null". */
  public Map<Object, Integer> counts() {
    return counts;
  }

  /** Returns how often the code ran. */
  public int runs() {
    return runs;
  }

  /** Returns how many different results there were. */
  public int different() {
    return counts.size();
  }

  /** Returns how often that result came, 0 if it never did. */
  public int count(Object result) {
    return counts.getOrDefault(result, 0);
  }

  /** Returns the results as bars, or as a histogram where they are many different numbers. */
  public Chart chart() {
    boolean numbers = counts.keySet().stream().allMatch(Number.class::isInstance);
    return numbers && counts.size() > MOST_BARS ? histogram() : bars();
  }

  private Histogram histogram() {
    double[] values = new double[runs];
    int at = 0;
    for (Map.Entry<Object, Integer> entry : counts.entrySet()) {
      for (int i = 0; i < entry.getValue(); i++) {
        values[at++] = ((Number) entry.getKey()).doubleValue();
      }
    }
    return Histogram.of(values).title(title());
  }

  private BarChart bars() {
    BarChart chart = BarChart.titled(title(), "");
    List<Map.Entry<Object, Integer>> entries = List.copyOf(counts.entrySet());
    int shown = entries.size() > MOST_BARS ? MOST_BARS - 1 : entries.size();
    for (Map.Entry<Object, Integer> entry : entries.subList(0, shown)) {
      chart = chart.bar(String.valueOf(entry.getKey()), entry.getValue());
    }
    int others = entries.size() - shown;
    if (others > 0) {
      int rest = entries.stream().skip(shown).mapToInt(Map.Entry::getValue).sum();
      chart = chart.bar(others + " other results", rest);
    }
    return chart;
  }

  private String title() {
    return different() == 1
        ? "The same result in all " + runs + " runs"
        : different() + " different results in " + runs + " runs";
  }

  @Override
  public DisplayData toDisplayData() {
    return chart().toDisplayData();
  }

  @Override
  public String toString() {
    return chart().toText();
  }
}
