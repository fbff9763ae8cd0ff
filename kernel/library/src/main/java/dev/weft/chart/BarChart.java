package dev.weft.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Horizontal bars, one for each name, with a spread where there is one.
 *
 * <p>A value that is no finite number is shown as missing. Negative values go to the left of zero.
 *
 * <pre>{@code
 * BarChart.titled("Time to finish", "s").bar("serial", 5.7).bar("threads", 1.9, 1.7, 2.4)
 * }</pre>
 *
 * @param title what is shown; may be empty
 * @param unit the values' unit, may be empty; values in {@code ns} are shown in the unit of time
 *     that reads best
 * @param bars from top to bottom
 * @param notes sentences to stand below the bars
 * @param behind values by the names of bars, drawn palely behind these
 */
public record BarChart(
    String title, String unit, List<Bar> bars, List<String> notes, Map<String, Double> behind)
    implements Chart {

  /** Keeps its own unmodifiable copies. */
  public BarChart {
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
    behind = Map.copyOf(behind);
  }

  /**
   * One bar.
   *
   * @param low lower end of its spread; the value itself where there is none
   * @param high upper end of its spread; the value itself where there is none
   */
  public record Bar(String name, double value, double low, double high) {

    private static Bar exactly(String name, double value) {
      return new Bar(name, value, value, value);
    }

    /** Returns whether there is a spread to show. */
    public boolean hasSpread() {
      return low < high;
    }
  }

  /** Returns a chart without bars yet. */
  public static BarChart titled(String title, String unit) {
    return new BarChart(title, unit, List.of(), List.of(), Map.of());
  }

  /** Returns a chart of the values, in the order of the map, without a title or a unit. */
  public static BarChart of(Map<String, ? extends Number> values) {
    List<Bar> bars = new ArrayList<>();
    values.forEach((name, n) -> bars.add(Bar.exactly(name, n.doubleValue())));
    return new BarChart("", "", bars, List.of(), Map.of());
  }

  /** Returns this chart with one more bar. */
  public BarChart bar(String name, double value) {
    return with(Bar.exactly(name, value));
  }

  /** Returns this chart with one more bar, whose spread is drawn as a whisker. */
  public BarChart bar(String name, double value, double low, double high) {
    return with(new Bar(name, value, low, high));
  }

  private BarChart with(Bar bar) {
    List<Bar> more = new ArrayList<>(bars);
    more.add(bar);
    return new BarChart(title, unit, more, notes, behind);
  }

  /** Returns this chart with another title. */
  public BarChart title(String text) {
    return new BarChart(text, unit, bars, notes, behind);
  }

  /** Returns this chart with values of another unit. */
  public BarChart unit(String name) {
    return new BarChart(title, name, bars, notes, behind);
  }

  /** Returns this chart with one more note. */
  public BarChart note(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new BarChart(title, unit, bars, more, behind);
  }

  /**
   * Returns this chart with other values drawn palely behind its bars, such as those of another
   * machine.
   *
   * @param values by the names of bars, in this chart's unit; those of other names are not drawn
   */
  public BarChart behind(Map<String, Double> values) {
    return new BarChart(title, unit, bars, notes, values);
  }

  /** Returns the value behind a bar, not a number where there is none. */
  double behind(Bar bar) {
    return behind.getOrDefault(bar.name(), Double.NaN);
  }

  @Override
  public String toSvg() {
    return new BarDrawing(this).draw();
  }

  @Override
  public String toText() {
    Unit shown = shownUnit();
    int nameWidth = bars.stream().mapToInt(b -> TextBars.length(b.name())).max().orElse(0);
    int valueWidth =
        bars.stream().mapToInt(b -> TextBars.length(shown.text(b.value()))).max().orElse(0);
    double longest = bars.stream().mapToDouble(Bar::value).filter(v -> v > 0).max().orElse(1);
    StringBuilder text = new StringBuilder(title);
    for (Bar bar : bars) {
      text.append(text.isEmpty() ? "" : "\n").append(TextBars.left(bar.name(), nameWidth));
      text.append("  ").append(TextBars.right(shown.text(bar.value()), valueWidth));
      text.append("  ").append(TextBars.bar(bar.value() / longest, 30));
      if (bar.hasSpread()) {
        text.append("  ").append(spread(bar, shown));
      }
      if (Double.isFinite(behind(bar))) {
        text.append("  behind it: ").append(shown.text(behind(bar)));
      }
    }
    if (bars.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append("(no bars)");
    }
    notes.forEach(note -> text.append('\n').append(note));
    return text.toString().lines().map(String::stripTrailing).reduce((a, b) -> a + "\n" + b).get();
  }

  /** Returns the ends of a bar's spread as text. */
  static String spread(Bar bar, Unit unit) {
    return Numbers.significant(unit.of(bar.low())) + " … " + unit.text(bar.high());
  }

  Unit shownUnit() {
    return Unit.of(unit, bars.stream().flatMapToDouble(b -> DoubleStream.of(b.value(), b.high())));
  }

  @Override
  public String toCsv() {
    Csv csv = new Csv().row("name", unit.isEmpty() ? "value" : "value_" + unit, "low", "high");
    for (Bar bar : bars) {
      csv.row(
          bar.name(),
          Numbers.exact(bar.value()),
          Numbers.exact(bar.low()),
          Numbers.exact(bar.high()));
    }
    return csv.toString();
  }
}
