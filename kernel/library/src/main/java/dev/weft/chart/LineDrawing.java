package dev.weft.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a {@link LineChart}, with a legend above where there is more than one line. */
final class LineDrawing {

  private static final double HEIGHT = 200;
  private static final double LEGEND = 26;
  private static final int MARKED_POINTS = 40;

  private final LineChart chart;
  private final Plot plot;

  LineDrawing(LineChart chart) {
    this.chart = chart;
    var xs = statistics(true);
    var ys = statistics(false);
    double low = ys.getCount() == 0 ? 0 : ys.getMin();
    double high = ys.getCount() == 0 ? 1 : ys.getMax();
    boolean fromZero = (low >= 0 && low < 0.6 * high) || low == high;
    Ticks y = Ticks.of(fromZero ? Math.min(0, low) : low, Math.max(high, fromZero ? 0 : high), 5);
    Ticks x = xs.getCount() == 0 ? Ticks.of(0, 1, 6) : Ticks.of(xs.getMin(), xs.getMax(), 6);
    double legend = new Legend(names()).height();
    double top = legend + (chart.yLabel().isEmpty() ? 6 : LEGEND);
    plot = Plot.across(x, y, top, HEIGHT);
  }

  private DoubleSummaryStatistics statistics(boolean ofX) {
    return chart.series().stream()
        .flatMap(line -> line.points().stream())
        .filter(LineChart.Point::isShown)
        .mapToDouble(point -> ofX ? point.x() : point.y())
        .summaryStatistics();
  }

  private List<String> names() {
    List<String> names = chart.series().stream().map(LineChart.Series::name).toList();
    return names.size() == 1 && names.getFirst().isEmpty() ? List.of() : names;
  }

  String draw() {
    double height = plot.totalHeight(!chart.xLabel().isEmpty());
    return new Card(chart.title(), chart.notes())
        .draw(
            height,
            svg -> {
              new Legend(names()).draw(svg);
              svg.text(
                  Card.PAD,
                  plot.top() - 13,
                  chart.yLabel(),
                  "font-size",
                  Numbers.coordinate(Card.SMALL_SIZE),
                  "fill",
                  Palette.MUTED);
              plot.drawAxes(svg, chart.xLabel());
              for (int i = 0; i < chart.series().size(); i++) {
                drawLine(svg, chart.series().get(i), i);
              }
            });
  }

  private void drawLine(Svg svg, LineChart.Series line, int index) {
    String colour = Palette.series(index);
    svg.path(
        path(Thinning.thin(line.points(), plot)),
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        "2",
        "stroke-linejoin",
        "round",
        "stroke-dasharray",
        Palette.dash(index));
    List<LineChart.Point> shown = line.points().stream().filter(LineChart.Point::isShown).toList();
    if (shown.size() <= MARKED_POINTS) {
      for (LineChart.Point point : shown) {
        svg.circle(plot.toX(point.x()), plot.toY(point.y()), 2.5, "fill", colour);
      }
    }
  }

  private String path(List<LineChart.Point> points) {
    StringBuilder data = new StringBuilder();
    boolean gap = true;
    for (LineChart.Point point : points) {
      if (point.isShown()) {
        data.append(gap ? 'M' : 'L').append(Svg.pair(plot.toX(point.x()), plot.toY(point.y())));
      }
      gap = !point.isShown();
    }
    return data.isEmpty() ? "M0 0" : data.toString();
  }

  /** Leaves out points that lie within one pixel's column between its lowest and highest. */
  private static final class Thinning {

    private static final int POINTS_WITHOUT_THINNING = 1200;

    private Thinning() {}

    static List<LineChart.Point> thin(List<LineChart.Point> points, Plot plot) {
      if (points.size() <= POINTS_WITHOUT_THINNING) {
        return points;
      }
      List<LineChart.Point> kept = new ArrayList<>();
      int from = 0;
      while (from < points.size()) {
        int to = from + 1;
        while (to < points.size()
            && column(points.get(to), plot) == column(points.get(from), plot)) {
          to++;
        }
        addExtremes(points.subList(from, to), kept);
        from = to;
      }
      return kept;
    }

    private static long column(LineChart.Point point, Plot plot) {
      return point.isShown() ? Math.round(plot.toX(point.x())) : Long.MIN_VALUE;
    }

    private static void addExtremes(List<LineChart.Point> column, List<LineChart.Point> kept) {
      int lowest = 0;
      int highest = 0;
      for (int i = 1; i < column.size(); i++) {
        lowest = column.get(i).y() < column.get(lowest).y() ? i : lowest;
        highest = column.get(i).y() > column.get(highest).y() ? i : highest;
      }
      int last = column.size() - 1;
      IntStream.of(0, lowest, highest, last)
          .distinct()
          .sorted()
          .forEach(i -> kept.add(column.get(i)));
    }
  }
}
