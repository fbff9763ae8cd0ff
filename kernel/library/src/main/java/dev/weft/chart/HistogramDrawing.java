package dev.weft.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws a {@link Histogram}. */
final class HistogramDrawing {

  private static final double HEIGHT = 170;
  private static final double TOP = 34;
  private static final double BOTTOM = 38;
  private static final double LEFT = 48;
  private static final List<Integer> PERCENTS = List.of(50, 90, 99);
  private static final double APART = 8;

  private final Histogram histogram;
  private final Bins bins;
  private final Unit unit;
  private final double low;
  private final double high;

  HistogramDrawing(Histogram histogram) {
    this.histogram = histogram;
    bins = histogram.bins();
    unit = histogram.shownUnit();
    low = scaled(bins.edges()[0]);
    high = scaled(bins.edges()[bins.edges().length - 1]);
  }

  private double scaled(double value) {
    return bins.logarithmic() ? StrictMath.log10(value) : value;
  }

  private double x(double value) {
    double share = high > low ? (scaled(value) - low) / (high - low) : 0;
    return LEFT + share * (Card.WIDTH - LEFT - Card.PAD - 16);
  }

  String draw() {
    return new Card(histogram.title(), histogram.notes())
        .draw(
            histogram.count() == 0 ? TOP : TOP + HEIGHT + BOTTOM,
            svg -> {
              svg.open(
                  "g", "font-size", Numbers.coordinate(Card.SMALL_SIZE), "fill", Palette.MUTED);
              if (histogram.count() == 0) {
                svg.text(Card.PAD, TOP / 2, "No values");
              } else {
                drawBins(svg);
                drawAxis(svg);
                drawPercentiles(svg);
              }
              svg.close("g");
            });
  }

  private void drawBins(Svg svg) {
    Ticks y = Ticks.of(0, Arrays.stream(bins.counts()).max().orElse(1), 4);
    for (double value : y.values()) {
      double at = TOP + HEIGHT * (1 - y.fraction(value));
      svg.line(LEFT, at, Card.WIDTH - Card.PAD, at, "stroke", Palette.GRID);
      svg.text(LEFT - 6, at + 4, y.label(value), "text-anchor", "end");
    }
    for (int i = 0; i < bins.counts().length; i++) {
      double from = x(bins.edges()[i]);
      double to = x(bins.edges()[i + 1]);
      double height = HEIGHT * y.fraction(bins.counts()[i]);
      svg.rectangle(
          from + 0.5,
          TOP + HEIGHT - height,
          Math.max(0.5, to - from - 1),
          height,
          "fill",
          Palette.series(0));
    }
  }

  private void drawAxis(Svg svg) {
    double bottom = TOP + HEIGHT;
    svg.line(LEFT, bottom, Card.WIDTH - Card.PAD, bottom, "stroke", Palette.MUTED);
    for (double value : axisValues()) {
      double at = x(value * unit.size());
      svg.line(at, bottom, at, bottom + 4, "stroke", Palette.MUTED);
      svg.text(at, bottom + 16, Numbers.shortest(value), "text-anchor", "middle");
    }
    String name = unit.name() + (bins.logarithmic() ? " (logarithmic)" : "");
    double middle = (LEFT + Card.WIDTH - Card.PAD) / 2;
    svg.text(middle, bottom + 33, name.strip(), "text-anchor", "middle");
  }

  private List<Double> axisValues() {
    double from = unit.of(bins.edges()[0]);
    double to = unit.of(bins.edges()[bins.edges().length - 1]);
    List<Double> values = new ArrayList<>();
    if (bins.logarithmic()) {
      for (double power = Math.ceil(StrictMath.log10(from));
          power <= StrictMath.log10(to);
          power++) {
        values.add(StrictMath.pow(10, power));
      }
    } else {
      Ticks.of(from, to, 6).values().stream()
          .filter(v -> v >= from && v <= to)
          .forEach(values::add);
    }
    return values;
  }

  private void drawPercentiles(Svg svg) {
    List<String> labels = new ArrayList<>();
    double[] marks = new double[PERCENTS.size()];
    for (int i = 0; i < marks.length; i++) {
      double value = histogram.percentile(PERCENTS.get(i));
      labels.add("p" + PERCENTS.get(i) + " " + unit.text(value));
      marks[i] = x(value);
    }
    double[] lefts = besideEachOther(labels, marks);
    for (int i = 0; i < marks.length; i++) {
      svg.line(
          marks[i],
          TOP - 4,
          marks[i],
          TOP + HEIGHT,
          "stroke",
          Palette.MARK,
          "stroke-dasharray",
          "4 3");
      svg.text(lefts[i], TOP - 7, labels.get(i), "fill", Palette.MARK);
    }
  }

  /** Returns where labels begin so that each is near its mark and none touches another. */
  private static double[] besideEachOther(List<String> labels, double[] marks) {
    double[] widths = labels.stream().mapToDouble(l -> TextWidth.of(l, Card.SMALL_SIZE)).toArray();
    double[] lefts = new double[marks.length];
    double free = 0;
    for (int i = 0; i < marks.length; i++) {
      lefts[i] = Math.max(marks[i] - widths[i] / 2, free);
      free = lefts[i] + widths[i] + APART;
    }
    double end = (double) Card.WIDTH - Card.PAD;
    for (int i = marks.length - 1; i >= 0; i--) {
      lefts[i] = Math.min(lefts[i], end - widths[i]);
      end = lefts[i] - APART;
    }
    return lefts;
  }
}
