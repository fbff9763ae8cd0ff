package dev.weft.chart;

import java.util.List;

/**
 * An area with an axis to its left and one below it.
 *
 * @param left room for the labels of the vertical axis
 * @param top room above
 * @param height of the area itself
 */
record Plot(Ticks x, Ticks y, double left, double top, double width, double height) {

  private static final double LABEL_GAP = 6;
  private static final double AXIS_LABELS = 20;
  private static final double AXIS_NAME = 18;

  /** Returns a plot as wide as a card. */
  static Plot across(Ticks x, Ticks y, double top, double height) {
    double labels =
        y.labels().stream()
            .mapToDouble(label -> TextWidth.of(label, Card.SMALL_SIZE))
            .max()
            .orElse(0);
    double left = Card.PAD + labels + LABEL_GAP;
    double lastLabel = TextWidth.of(x.labels().getLast(), Card.SMALL_SIZE) / 2;
    return new Plot(x, y, left, top, Card.WIDTH - left - Card.PAD - lastLabel, height);
  }

  /** Returns the height of everything, with the axis below. */
  double totalHeight(boolean named) {
    return top + height + AXIS_LABELS + (named ? AXIS_NAME : 0);
  }

  double toX(double value) {
    return left + width * x.fraction(value);
  }

  double toY(double value) {
    return top + height * (1 - y.fraction(value));
  }

  double bottom() {
    return top + height;
  }

  double right() {
    return left + width;
  }

  /** Draws the grid, the marks and the name of the axis below. */
  void drawAxes(Svg svg, String name) {
    String size = Numbers.coordinate(Card.SMALL_SIZE);
    svg.open("g", "font-size", size, "fill", Palette.MUTED);
    for (double value : y.values()) {
      String stroke = value == 0 ? Palette.MUTED : Palette.GRID;
      svg.line(left, toY(value), right(), toY(value), "stroke", stroke);
      svg.text(left - LABEL_GAP, toY(value) + 4, y.label(value), "text-anchor", "end");
    }
    drawBelow(svg);
    if (!name.isEmpty()) {
      double y = bottom() + AXIS_LABELS + 11;
      svg.text((left + right()) / 2, y, name, "text-anchor", "middle");
    }
    svg.close("g");
  }

  private void drawBelow(Svg svg) {
    List<Double> values = x.values();
    double widest =
        x.labels().stream()
            .mapToDouble(label -> TextWidth.of(label, Card.SMALL_SIZE))
            .max()
            .orElse(0);
    int every = Math.max(1, (int) Math.ceil(values.size() * (widest + 10) / Math.max(1, width)));
    for (int i = 0; i < values.size(); i++) {
      double at = toX(values.get(i));
      svg.line(at, bottom(), at, bottom() + 4, "stroke", Palette.MUTED);
      if (i % every == 0) {
        svg.text(at, bottom() + 16, x.label(values.get(i)), "text-anchor", "middle");
      }
    }
  }
}
