package dev.weft.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all charts share: a light card, a title, the body, and notes below it.
 *
 * @param title what the chart shows; no line is kept for an empty one
 * @param notes sentences below the body, broken into lines where they are long
 * @param width in pixels
 */
record Card(String title, List<String> notes, int width) {

  /** The widest that is not cropped on paper. */
  static final int WIDTH = 600;

  static final double PAD = 14;
  static final double TITLE_SIZE = 14;
  static final double LABEL_SIZE = 12;
  static final double SMALL_SIZE = 11;

  private static final double TITLE_HEIGHT = 26;
  private static final double LINE_HEIGHT = 15;

  Card {
    notes = List.copyOf(notes);
  }

  Card(String title, List<String> notes) {
    this(title, notes, WIDTH);
  }

  /** Returns the drawing of a body of that height, which finds its own top left corner at 0, 0. */
  String draw(double bodyHeight, Consumer<Svg> body) {
    double top = PAD + (title.isEmpty() ? 0 : TITLE_HEIGHT);
    List<String> lines = wrappedNotes();
    double below = lines.isEmpty() ? 0 : lines.size() * LINE_HEIGHT + 6;
    int height = (int) Math.ceil(top + bodyHeight + below + PAD);
    Svg svg = new Svg(width, height, label());
    svg.rectangle(0.5, 0.5, width - 1, height - 1, "rx", "6", "fill", Palette.CARD);
    svg.rectangle(
        0.5, 0.5, width - 1, height - 1, "rx", "6", "fill", "none", "stroke", Palette.FRAME);
    drawTitle(svg);
    svg.open("g", "transform", "translate(0 " + Numbers.coordinate(top) + ")");
    body.accept(svg);
    svg.close("g");
    drawNotes(svg, lines, top + bodyHeight + 6);
    return svg.finish();
  }

  private String label() {
    return title.isEmpty() ? "Chart" : title;
  }

  private void drawTitle(Svg svg) {
    if (!title.isEmpty()) {
      String shown = TextWidth.fit(title, TITLE_SIZE * 1.05, width - 2 * PAD);
      svg.text(
          PAD,
          PAD + TITLE_SIZE,
          shown,
          "font-size",
          Numbers.coordinate(TITLE_SIZE),
          "font-weight",
          "600",
          "fill",
          Palette.INK);
    }
  }

  private void drawNotes(Svg svg, List<String> lines, double top) {
    if (lines.isEmpty()) {
      return;
    }
    svg.open("g", "font-size", Numbers.coordinate(SMALL_SIZE), "fill", Palette.MUTED);
    double y = top;
    for (String line : lines) {
      y += LINE_HEIGHT;
      svg.text(PAD, y - 4, line);
    }
    svg.close("g");
  }

  private List<String> wrappedNotes() {
    List<String> lines = new ArrayList<>();
    for (String note : notes) {
      StringBuilder line = new StringBuilder();
      for (String word : note.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && TextWidth.of(longer, SMALL_SIZE) > width - 2 * PAD) {
          lines.add(line.toString());
          line.setLength(0);
          longer = word;
        }
        line.replace(0, line.length(), longer);
      }
      lines.add(TextWidth.fit(line.toString(), SMALL_SIZE, width - 2 * PAD));
    }
    return lines;
  }
}
