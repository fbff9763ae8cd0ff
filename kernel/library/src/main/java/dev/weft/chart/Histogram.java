package dev.weft.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How often values fall where, with the median, the 90th and the 99th percentile marked.
 *
 * <p>Values that are no finite numbers are left out and counted in a note. Where positive values
 * spread over more than two powers of ten, the axis is logarithmic. Bins are as wide as Freedman
 * and Diaconis propose (1981: twice the interquartile range over the cube root of the count), but
 * there are at least 8 and at most 48.
 *
 * <pre>{@code
 * Histogram.of(List.of(12, 14, 13, 15, 90)).title("Latency").unit("ms")
 * }</pre>
 */
public final class Histogram implements Chart {

  private static final int TEXT_LINES = 16;
  private static final double[] PERCENTILES = {50, 90, 99};

  private final String title;
  private final String unit;
  private final double[] sorted;
  private final int leftOut;

  private Histogram(String title, String unit, double[] sorted, int leftOut) {
    this.title = title;
    this.unit = unit;
    this.sorted = sorted;
    this.leftOut = leftOut;
  }

  /** Returns a histogram of values. */
  public static Histogram of(Collection<? extends Number> values) {
    return of(values.stream().mapToDouble(Number::doubleValue).toArray());
  }

  /** Returns a histogram of values. */
  public static Histogram of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return new Histogram("", "", sorted, values.length - sorted.length);
  }

  /** Returns a histogram of times in nanoseconds. */
  public static Histogram ofNanos(long[] values) {
    return of(Arrays.stream(values).asDoubleStream().toArray()).unit(Unit.NANOSECONDS);
  }

  /** Returns this histogram with another title. */
  public Histogram title(String text) {
    return new Histogram(text, unit, sorted, leftOut);
  }

  /**
   * Returns this histogram with values of another unit, of which {@code ns} is shown as reads best.
   */
  public Histogram unit(String name) {
    return new Histogram(title, name, sorted, leftOut);
  }

  /** Returns the title, which may be empty. */
  public String title() {
    return title;
  }

  /** Returns how many values there are, those left out not counted. */
  public int count() {
    return sorted.length;
  }

  /**
   * Returns the smallest value that at least that share of the values does not exceed (the nearest
   * rank, without interpolation).
   *
   * @param percent above 0, up to 100
   * @throws IllegalStateException if there are no values
   * @throws IllegalArgumentException if the percentage is out of range
   */
  public double percentile(double percent) {
    if (sorted.length == 0) {
      throw new IllegalStateException("A histogram without values has no percentiles");
    }
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("A percentile is above 0 and up to 100: " + percent);
    }
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }

  /** Returns the values in ascending order, as a copy. */
  public double[] values() {
    return sorted.clone();
  }

  Unit shownUnit() {
    return Unit.of(
        unit, Arrays.stream(sorted.length == 0 ? sorted : new double[] {percentile(90)}));
  }

  Bins bins() {
    return Bins.of(sorted);
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (sorted.length > 0) {
      notes.add(summary());
    }
    if (leftOut > 0) {
      notes.add("Left out because they are no finite numbers: " + Numbers.fixed(leftOut, 0) + ".");
    }
    return notes;
  }

  private String summary() {
    Unit shown = shownUnit();
    StringBuilder text = new StringBuilder(Numbers.fixed(sorted.length, 0));
    text.append(sorted.length == 1 ? " value: " : " values: lowest ");
    text.append(shown.text(sorted[0]));
    if (sorted.length > 1) {
      for (double percent : PERCENTILES) {
        text.append(", p").append(Numbers.significant(percent)).append(' ');
        text.append(shown.text(percentile(percent)));
      }
      text.append(", highest ").append(shown.text(sorted[sorted.length - 1]));
    }
    return text.append('.').toString();
  }

  @Override
  public String toSvg() {
    return new HistogramDrawing(this).draw();
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder(title);
    Unit shown = shownUnit();
    Bins bins = bins().atMost(TEXT_LINES);
    int most = Arrays.stream(bins.counts()).max().orElse(1);
    int width = TextBars.length(Numbers.fixed(most, 0));
    for (int i = 0; i < bins.counts().length; i++) {
      String from = TextBars.right(shown.text(bins.edges()[i]), 10);
      String count = TextBars.right(Numbers.fixed(bins.counts()[i], 0), width);
      String bar = TextBars.bar((double) bins.counts()[i] / most, 30);
      text.append(text.isEmpty() ? "" : "\n").append(from).append("  ").append(count);
      text.append(bar.isEmpty() ? "" : "  " + bar);
    }
    if (sorted.length == 0) {
      text.append(text.isEmpty() ? "" : "\n").append("(no values)");
    }
    notes().forEach(note -> text.append('\n').append(note));
    return text.toString();
  }

  @Override
  public String toCsv() {
    Csv csv = new Csv().row(unit.isEmpty() ? "value" : "value_" + unit);
    Arrays.stream(sorted).forEach(value -> csv.row(Numbers.exact(value)));
    return csv.toString();
  }
}
