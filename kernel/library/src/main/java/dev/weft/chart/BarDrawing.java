package dev.weft.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Draws a {@link BarChart}: names to the left, values behind their bars. */
final class BarDrawing {

  private static final double ROW = 26;
  private static final double THICKNESS = 16;
  private static final double LONGEST_NAME = 200;
  private static final double GAP = 8;

  private final BarChart chart;
  private final Unit unit;
  private final Ticks ticks;
  private final double left;
  private final double width;

  BarDrawing(BarChart chart) {
    this.chart = chart;
    unit = chart.shownUnit();
    double low = shown(b -> Math.min(b.value(), b.low())).min().orElse(0);
    double high =
        DoubleStream.concat(shown(b -> Math.max(b.value(), b.high())), shown(chart::behind))
            .max()
            .orElse(0);
    ticks = Ticks.of(Math.min(0, low), Math.max(0, high), 5);
    double names =
        chart.bars().stream()
            .mapToDouble(b -> TextWidth.of(b.name(), Card.LABEL_SIZE))
            .max()
            .orElse(0);
    left = Card.PAD + Math.min(LONGEST_NAME, names) + GAP;
    width = Card.WIDTH - Card.PAD - left - valueRoom();
  }

  private DoubleStream shown(ToDoubleFunction<BarChart.Bar> value) {
    return chart.bars().stream().mapToDouble(value).filter(Double::isFinite).map(unit::of);
  }

  private double valueRoom() {
    return GAP
        + chart.bars().stream()
            .mapToDouble(b -> TextWidth.of(behind(b), Card.LABEL_SIZE))
            .max()
            .orElse(0);
  }

  private String behind(BarChart.Bar bar) {
    String value = unit.text(bar.value());
    return bar.hasSpread() ? value + "  (" + BarChart.spread(bar, unit) + ")" : value;
  }

  String draw() {
    List<BarChart.Bar> bars = chart.bars();
    double height = Math.max(1, bars.size()) * ROW + 2;
    return new Card(chart.title(), chart.notes())
        .draw(
            height,
            svg -> {
              svg.open("g", "font-size", Numbers.coordinate(Card.LABEL_SIZE), "fill", Palette.INK);
              drawGrid(svg, height);
              for (int i = 0; i < bars.size(); i++) {
                drawBar(svg, bars.get(i), i * ROW);
              }
              if (bars.isEmpty()) {
                svg.text(Card.PAD, ROW - 8, "No bars");
              }
              svg.close("g");
            });
  }

  private double x(double value) {
    return left + width * ticks.fraction(value);
  }

  private void drawGrid(Svg svg, double height) {
    if (chart.bars().isEmpty()) {
      return;
    }
    for (double value : ticks.values()) {
      String stroke = value == 0 ? Palette.MUTED : Palette.GRID;
      svg.line(x(value), 0, x(value), height, "stroke", stroke);
    }
  }

  private void drawBar(Svg svg, BarChart.Bar bar, double top) {
    double middle = top + ROW / 2;
    String name = TextWidth.fit(bar.name(), Card.LABEL_SIZE, LONGEST_NAME);
    svg.open("g").title(bar.name() + ": " + behind(bar));
    svg.text(left - GAP, middle + 4, name, "text-anchor", "end");
    if (Double.isFinite(chart.behind(bar))) {
      drawBehind(svg, unit.of(chart.behind(bar)), middle);
    }
    double end = x(0);
    if (Double.isFinite(bar.value())) {
      double from = Math.min(x(0), x(unit.of(bar.value())));
      double to = Math.max(x(0), x(unit.of(bar.value())));
      svg.rectangle(
          from,
          middle - THICKNESS / 2,
          Math.max(0.5, to - from),
          THICKNESS,
          "fill",
          Palette.series(0));
      end = to;
    }
    if (bar.hasSpread()) {
      drawSpread(svg, bar, middle);
      end = Math.max(end, x(unit.of(bar.high())));
    }
    svg.text(end + GAP, middle + 4, behind(bar));
    svg.close("g");
  }

  private void drawBehind(Svg svg, double value, double middle) {
    double from = Math.min(x(0), x(value));
    double to = Math.max(x(0), x(value));
    svg.open("g", "fill", Palette.GRID, "stroke", Palette.FRAME);
    svg.rectangle(from, middle - ROW / 2 + 2, to - from, ROW - 4);
    svg.close("g");
  }

  private void drawSpread(Svg svg, BarChart.Bar bar, double y) {
    double low = x(unit.of(bar.low()));
    double high = x(unit.of(bar.high()));
    String whisker =
        "M"
            + Svg.pair(low, y)
            + "H"
            + Numbers.coordinate(high)
            + "M"
            + Svg.pair(low, y - 4)
            + "v8"
            + "M"
            + Svg.pair(high, y - 4)
            + "v8";
    svg.path(whisker, "stroke", Palette.CARD, "stroke-width", "4", "fill", "none");
    svg.path(whisker, "stroke", Palette.INK, "stroke-width", "1.5", "fill", "none");
  }
}
