package dev.weft.timing;

import dev.weft.chart.BarChart;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How long variants of the same work took, side by side; shows itself as a bar chart.
 *
 * <p>Every variant is warmed up and then run several times, in turn with the others and in random
 * order, until its median is known to five percent or four seconds have passed. {@link #comparison}
 * gives more choice. The calls return when all is measured; they may be interrupted if the variants
 * can be. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * Timings.compare("loop", () -> sumInLoop(), "stream", () -> sumInStream())
 * }</pre>
 */
public final class Timings implements Displayable {

  private final List<Timing> all;
  private final double wantedPrecision;

  Timings(List<Timing> all, double wantedPrecision) {
    this.all = List.copyOf(all);
    this.wantedPrecision = wantedPrecision;
  }

  /** Returns a comparison to which variants can be added. */
  public static Comparison comparison() {
    return new Comparison();
  }

  /** Measures code whose result is used. */
  public static Timings of(String name, Callable<?> body) throws Exception {
    return comparison().variant(name, body).run();
  }

  /** Measures code that is run for what it does. */
  public static Timings of(String name, Body body) throws Exception {
    return comparison().variant(name, body).run();
  }

  /** Compares two variants whose results are used. */
  public static Timings compare(String name1, Callable<?> body1, String name2, Callable<?> body2)
      throws Exception {
    return comparison().variant(name1, body1).variant(name2, body2).run();
  }

  /** Compares two variants that are run for what they do. */
  public static Timings compare(String name1, Body body1, String name2, Body body2)
      throws Exception {
    return comparison().variant(name1, body1).variant(name2, body2).run();
  }

  /** Compares three variants whose results are used. */
  public static Timings compare(
      String name1,
      Callable<?> body1,
      String name2,
      Callable<?> body2,
      String name3,
      Callable<?> body3)
      throws Exception {
    return comparison().variant(name1, body1).variant(name2, body2).variant(name3, body3).run();
  }

  /** Compares three variants that are run for what they do. */
  public static Timings compare(
      String name1, Body body1, String name2, Body body2, String name3, Body body3)
      throws Exception {
    return comparison().variant(name1, body1).variant(name2, body2).variant(name3, body3).run();
  }

  /** Returns the timings in the order in which the variants were given. */
  public List<Timing> all() {
    return all;
  }

  /**
   * Returns the timing of a variant.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Timing get(String name) {
    return all.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no variant '"
                        + name
                        + "', only "
                        + String.join(", ", all.stream().map(Timing::name).toList())));
  }

  /** Returns the timing with the shortest median. */
  public Timing fastest() {
    return all.stream().min(Comparator.comparingDouble(Timing::medianNanos)).orElseThrow();
  }

  /**
   * Returns how many times as long as the second variant the first one takes, by their medians.
   *
   * @throws IllegalArgumentException if there is no variant of one of the names
   */
  public double ratio(String first, String second) {
    return get(first).medianNanos() / get(second).medianNanos();
  }

  /** Returns the medians as bars, each with the middle half of its times as its spread. */
  public BarChart chart() {
    BarChart chart = BarChart.titled(all.size() == 1 ? "Time" : "Times", "ns");
    for (Timing timing : all) {
      chart =
          chart.bar(
              timing.name(),
              timing.medianNanos(),
              timing.lowerQuartileNanos(),
              timing.upperQuartileNanos());
    }
    for (String note : notes()) {
      chart = chart.note(note);
    }
    return chart;
  }

  /**
   * Returns these timings in front of those that the notebook's author measured, where the notebook
   * holds some.
   *
   * <p>A notebook holds them from the run that {@code weft run} has written it in; they are named,
   * as a notebook may compare several things. Asks the kernel; outside of a notebook there is
   * nothing to be had, and the timings are shown alone.
   *
   * @param name what is compared, as {@code pools}
   */
  public Displayable besideHandout(String name) {
    return new HandoutTimings(name, this, HandoutTimings.Author.of(name));
  }

  private List<String> notes() {
    var runs = all.stream().mapToInt(Timing::runs).summaryStatistics();
    String count =
        runs.getMin() == runs.getMax()
            ? Integer.toString(runs.getMin())
            : runs.getMin() + " to " + runs.getMax();
    double worst = all.stream().mapToDouble(Timing::precision).max().orElse(0);
    String what =
        "Medians of " + count + " runs each after warm-up; whiskers span the middle half.";
    int outliers = all.stream().mapToInt(Timing::outliers).sum();
    String far = outliers == 0 ? "" : " Far outliers: " + outliers + ".";
    return worst <= wantedPrecision
        ? List.of(what + far)
        : List.of(what + far, "Not known to " + percent(wantedPrecision) + known(worst));
  }

  private static String known(double worst) {
    return Double.isInfinite(worst)
        ? ": too few runs in the time given."
        : " but to " + percent(worst) + ": the time was over.";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
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
