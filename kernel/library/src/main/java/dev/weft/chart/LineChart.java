package dev.weft.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines through points, one for each series.
 *
 * <p>A point of which a coordinate is no finite number is a gap in its line. Lines of more points
 * than the drawing has pixels are thinned to the lowest and highest point of each pixel, which
 * changes nothing to the eye.
 *
 * <pre>{@code
 * LineChart.titled("Requests", "time (s)", "requests/s")
 *     .line("server", List.of(120, 180, 175, 190))
 * }</pre>
 *
 * @param title what is shown; may be empty
 * @param xLabel what runs from left to right; may be empty
 * @param yLabel what runs from bottom to top; may be empty
 * @param series the lines, drawn in this order
 * @param notes sentences to stand below
 */
public record LineChart(
    String title, String xLabel, String yLabel, List<Series> series, List<String> notes)
    implements Chart {

  /** Keeps its own unmodifiable copies. */
  public LineChart {
    series = List.copyOf(series);
    notes = List.copyOf(notes);
  }

  /** A point. */
  public record Point(double x, double y) {

    boolean isShown() {
      return Double.isFinite(x) && Double.isFinite(y);
    }
  }

  /**
   * A named line.
   *
   * @param points in the order in which they are joined
   */
  public record Series(String name, List<Point> points) {

    /** Keeps its own unmodifiable copy. */
    public Series {
      points = List.copyOf(points);
    }

    DoubleStream values() {
      return points.stream().filter(Point::isShown).mapToDouble(Point::y);
    }
  }

  /** Returns a chart without lines yet. */
  public static LineChart titled(String title, String xLabel, String yLabel) {
    return new LineChart(title, xLabel, yLabel, List.of(), List.of());
  }

  /** Returns a chart of one line through values at 0, 1, 2 and so on. */
  public static LineChart of(Collection<? extends Number> values) {
    return titled("", "", "").line("", values);
  }

  /** Returns this chart with one more line through values at 0, 1, 2 and so on. */
  public LineChart line(String name, Collection<? extends Number> values) {
    List<Point> points = new ArrayList<>();
    for (Number value : values) {
      points.add(new Point(points.size(), value.doubleValue()));
    }
    return with(new Series(name, points));
  }

  /**
   * Returns this chart with one more line.
   *
   * @throws IllegalArgumentException if there are not as many xs as ys
   */
  public LineChart line(String name, double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(
          "The line '" + name + "' has " + xs.length + " xs but " + ys.length + " ys");
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      points.add(new Point(xs[i], ys[i]));
    }
    return with(new Series(name, points));
  }

  private LineChart with(Series line) {
    List<Series> more = new ArrayList<>(series);
    more.add(line);
    return new LineChart(title, xLabel, yLabel, more, notes);
  }

  /** Returns this chart with one more note. */
  public LineChart note(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new LineChart(title, xLabel, yLabel, series, more);
  }

  @Override
  public String toSvg() {
    return new LineDrawing(this).draw();
  }

  @Override
  public String toText() {
    List<String> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    for (Series line : series) {
      lines.add((line.name().isEmpty() ? "" : line.name() + ": ") + summary(line));
    }
    if (series.isEmpty()) {
      lines.add("(no lines)");
    }
    lines.addAll(notes);
    return String.join("\n", lines);
  }

  private String summary(Series line) {
    var shown = line.points().stream().filter(Point::isShown).toList();
    if (shown.isEmpty()) {
      return "no points";
    }
    var values = line.values().summaryStatistics();
    String unit = yLabel.isEmpty() ? "" : " " + yLabel;
    return Numbers.fixed(shown.size(), 0)
        + (shown.size() == 1 ? " point, first " : " points, first ")
        + Numbers.significant(shown.getFirst().y())
        + ", last "
        + Numbers.significant(shown.getLast().y())
        + ", lowest "
        + Numbers.significant(values.getMin())
        + ", highest "
        + Numbers.significant(values.getMax())
        + unit;
  }

  @Override
  public String toCsv() {
    Csv csv =
        new Csv().row("series", xLabel.isEmpty() ? "x" : xLabel, yLabel.isEmpty() ? "y" : yLabel);
    for (Series line : series) {
      for (Point point : line.points()) {
        csv.row(line.name(), Numbers.exact(point.x()), Numbers.exact(point.y()));
      }
    }
    return csv.toString();
  }
}
