package dev.weft.chart;

import java.util.List;

/**
 * The names of series beside a sample of their strokes, in as many lines as it takes.
 *
 * @param names empty where there is nothing to tell apart
 */
record Legend(List<String> names) {

  private static final double LINE = 20;
  private static final double SAMPLE = 26;
  private static final double GAP = 16;
  private static final double LONGEST = 250;

  double height() {
    return names.isEmpty() ? 0 : LINE * (1 + place(names.size() - 1).line());
  }

  private record Place(double x, int line) {}

  private Place place(int index) {
    double x = Card.PAD;
    int line = 0;
    for (int i = 0; i <= index; i++) {
      double width = SAMPLE + Math.min(LONGEST, TextWidth.of(names.get(i), Card.SMALL_SIZE)) + GAP;
      if (x + width > Card.WIDTH - Card.PAD && x > Card.PAD) {
        x = Card.PAD;
        line++;
      }
      if (i == index) {
        break;
      }
      x += width;
    }
    return new Place(x, line);
  }

  void draw(Svg svg) {
    if (names.isEmpty()) {
      return;
    }
    svg.open("g", "font-size", Numbers.coordinate(Card.SMALL_SIZE), "fill", Palette.INK);
    for (int i = 0; i < names.size(); i++) {
      Place place = place(i);
      double y = place.line() * LINE + LINE / 2;
      svg.line(
          place.x(),
          y,
          place.x() + SAMPLE - 6,
          y,
          "stroke",
          Palette.series(i),
          "stroke-width",
          "2.5",
          "stroke-dasharray",
          Palette.dash(i));
      svg.text(place.x() + SAMPLE, y + 4, TextWidth.fit(names.get(i), Card.SMALL_SIZE, LONGEST));
    }
    svg.close("g");
  }
}
