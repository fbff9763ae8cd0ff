package dev.weft.chart;

import dev.weft.chart.WaitGraph.Wait;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a {@link WaitGraph} as a ring in two columns, threads as boxes and locks as pills in turn:
 * from the top left to the right, down, to the left and up again.
 */
final class WaitDrawing {

  private static final int MOST = 12;
  private static final double BOX = 216;
  private static final double HEIGHT = 46;
  private static final double ROW = 92;
  private static final double TIP = 8;
  private static final double APART = 12;
  private static final double INSET = 12;
  private static final String WAITS = "waits for";
  private static final String HAS = "held by";
  private static final String WAIT_COLOUR = Palette.MARK;
  private static final String HOLD_COLOUR = Palette.INK;

  private final WaitGraph graph;
  private final List<Wait> waits;
  private final int rows;

  WaitDrawing(WaitGraph graph) {
    this.graph = graph;
    waits = graph.waits().subList(0, Math.min(MOST, graph.waits().size()));
    rows = Math.max(1, waits.size());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(graph.notes());
    int more = graph.waits().size() - waits.size();
    if (more > 0) {
      notes.addFirst(more + " more threads of the ring are not drawn, before the first.");
    }
    return notes;
  }

  String draw() {
    double height = (rows - 1) * ROW + HEIGHT + 6;
    return new Card(graph.title(), notes())
        .draw(
            height,
            svg -> {
              svg.open("g", "font-size", Numbers.coordinate(Card.LABEL_SIZE), "fill", Palette.INK);
              if (waits.isEmpty()) {
                svg.text(Card.PAD, 16, "Nobody waits");
              }
              for (int i = 0; i < 2 * waits.size(); i++) {
                arrow(svg, i);
              }
              for (int i = 0; i < waits.size(); i++) {
                thread(svg, 2 * i, waits.get(i));
                lock(svg, 2 * i + 1, waits.get(i).lock());
              }
              svg.close("g");
            });
  }

  /** The left edge of the node of that number, threads and locks counted together. */
  private double x(int node) {
    return isRight(node) ? Card.WIDTH - Card.PAD - BOX : Card.PAD;
  }

  private double y(int node) {
    int row = node == 0 ? 0 : isRight(node) ? node - 1 : 2 * rows - node;
    return row * ROW + 2;
  }

  private boolean isRight(int node) {
    return node >= 1 && node <= rows;
  }

  private void thread(Svg svg, int node, Wait wait) {
    svg.open("g");
    svg.title(wait.waiter() + (wait.where().isEmpty() ? "" : ", " + wait.where()));
    svg.rectangle(x(node), y(node), BOX, HEIGHT, "fill", "#e6f0f7", "stroke", "#0068a8", "rx", "4");
    boolean alone = wait.where().isEmpty();
    String name = TextWidth.fit(wait.waiter(), Card.LABEL_SIZE * 1.05, BOX - 2 * INSET);
    svg.text(x(node) + INSET, y(node) + (alone ? 28 : 20), name, "font-weight", "600");
    String where = TextWidth.fit(wait.where(), Card.SMALL_SIZE, BOX - 2 * INSET);
    if (!alone) {
      String size = Numbers.coordinate(Card.SMALL_SIZE);
      svg.text(x(node) + INSET, y(node) + 36, where, "font-size", size, "fill", Palette.MUTED);
    }
    svg.close("g");
  }

  private void lock(Svg svg, int node, String lock) {
    svg.open("g");
    svg.title(lock);
    String round = Numbers.coordinate(HEIGHT / 2);
    svg.rectangle(
        x(node), y(node), BOX, HEIGHT, "fill", "#fdf1e3", "stroke", "#c94f00", "rx", round);
    String name = TextWidth.fit(lock, Card.LABEL_SIZE, BOX - 3 * INSET);
    svg.text(x(node) + BOX / 2, y(node) + 28, name, "text-anchor", "middle");
    svg.close("g");
  }

  /** From a node to the next of the ring. */
  private void arrow(Svg svg, int from) {
    int to = (from + 1) % (2 * rows);
    boolean waits = from % 2 == 0;
    if (isRight(from) == isRight(to)) {
      vertical(svg, x(from) + BOX / 2, y(from), y(to), waits);
    } else {
      horizontal(svg, from, to, waits);
    }
  }

  private static void horizontal(
      Svg svg, double left, double right, double y, int direction, boolean waits) {
    double tip = direction > 0 ? right : left;
    double tail = direction > 0 ? left : right;
    line(svg, tail, y, tip - direction * TIP, y, waits);
    String head = Svg.pair(tip, y) + "L" + Svg.pair(tip - direction * TIP, y - 5);
    head(svg, head + "L" + Svg.pair(tip - direction * TIP, y + 5), waits);
    label(svg, (left + right) / 2, y - 7, "middle", waits);
  }

  private void horizontal(Svg svg, int from, int to, boolean waits) {
    double left = Card.PAD + BOX;
    double right = Card.WIDTH - Card.PAD - BOX;
    double apart = rows > 1 ? 0 : waits ? -APART : APART; // of a ring of one
    horizontal(svg, left, right, y(from) + HEIGHT / 2 + apart, x(to) > x(from) ? 1 : -1, waits);
  }

  private static void vertical(Svg svg, double x, double from, double to, boolean waits) {
    int direction = to > from ? 1 : -1;
    double tail = direction > 0 ? from + HEIGHT : from;
    double tip = direction > 0 ? to : to + HEIGHT;
    line(svg, x, tail, x, tip - direction * TIP, waits);
    String head = Svg.pair(x, tip) + "L" + Svg.pair(x - 5, tip - direction * TIP);
    head(svg, head + "L" + Svg.pair(x + 5, tip - direction * TIP), waits);
    label(svg, x + 9, (tail + tip) / 2 + 4, "start", waits);
  }

  /** Waiting is dashed and holding is not, as colour alone is not for all eyes. */
  private static void line(Svg svg, double x1, double y1, double x2, double y2, boolean waits) {
    String dash = waits ? "5 3" : "none";
    String colour = waits ? WAIT_COLOUR : HOLD_COLOUR;
    svg.line(x1, y1, x2, y2, "stroke", colour, "stroke-width", "1.5", "stroke-dasharray", dash);
  }

  private static void head(Svg svg, String points, boolean waits) {
    svg.path("M" + points + "z", "fill", waits ? WAIT_COLOUR : HOLD_COLOUR);
  }

  private static void label(Svg svg, double x, double y, String anchor, boolean waits) {
    String size = Numbers.coordinate(Card.SMALL_SIZE);
    String colour = waits ? WAIT_COLOUR : Palette.MUTED;
    svg.text(x, y, waits ? WAITS : HAS, "font-size", size, "text-anchor", anchor, "fill", colour);
  }
}
