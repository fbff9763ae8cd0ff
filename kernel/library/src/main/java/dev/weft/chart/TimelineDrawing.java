package dev.weft.chart;

import dev.weft.chart.TimelineChart.Group;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.Pause;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws a {@link TimelineChart}. */
final class TimelineDrawing {

  private static final int MOST_NAMED = 40;
  private static final int MOST_TOLD = 400;
  private static final int MOST_DRAWN = 5_000;
  private static final int MOST_MARKS = 1_000;
  private static final int MOST_PAUSES = 200;
  private static final double LONGEST_NAME = 150;
  private static final double THINNEST = 0.75;
  private static final double GAP = 8;
  private static final double HEADER = 18;

  private final TimelineChart chart;
  private final List<Lane> lanes;
  private final Unit unit;
  private final Ticks ticks;
  private final TimelineLegend legend;
  private final double left;
  private final double width;
  private final double row;
  private final boolean named;
  private final boolean tells;
  private final List<List<Span>> shown;
  private final int merged;

  /** Where the top of each lane is, and behind the last the bottom of all. */
  private final double[] tops;

  /**
   * Makes the drawing of a chart.
   *
   * @param lanes those to be drawn
   */
  TimelineDrawing(TimelineChart chart, List<Lane> lanes) {
    this.chart = chart;
    this.lanes = lanes;
    unit = chart.unit();
    ticks = Ticks.of(0, Math.max(1e-9, unit.of((double) chart.length())), 6);
    legend = new TimelineLegend(chart);
    named = lanes.size() <= MOST_NAMED;
    double names =
        lanes.stream().mapToDouble(l -> TextWidth.of(l.name(), Card.SMALL_SIZE)).max().orElse(0);
    double room = Math.min(LONGEST_NAME, chart.view().width() / 3.0);
    left = Card.PAD + (named ? Math.min(room, names) + GAP : 0);
    width = chart.view().width() - Card.PAD - left;
    row = named ? 20 : 5;
    tops = tops();
    int all = lanes.stream().mapToInt(l -> l.spans().size() + l.marks().size()).sum();
    tells = all <= MOST_TOLD;
    double thinnest = THINNEST * chart.length() / width;
    shown =
        tells
            ? lanes.stream().map(Lane::spans).toList()
            : VisibleSpans.of(lanes, thinnest, MOST_DRAWN);
    merged = lanes.stream().mapToInt(l -> l.spans().size()).sum() - VisibleSpans.count(shown);
  }

  private double[] tops() {
    double[] at = new double[lanes.size() + 1];
    double y = legend.height();
    for (int i = 0; i < lanes.size(); i++) {
      y += hasHeader(i) ? HEADER : 0;
      at[i] = y;
      y += row;
    }
    at[lanes.size()] = y;
    return at;
  }

  /** Whether the lane is the first of its group. */
  private boolean hasHeader(int index) {
    String group = lanes.get(index).group();
    String before = index == 0 ? "" : lanes.get(index - 1).group();
    return named && !group.equals(before) && !group.isEmpty();
  }

  private double bottom() {
    return tops[lanes.size()];
  }

  String draw() {
    return new Card(chart.title(), notes(), chart.view().width())
        .draw(
            (lanes.isEmpty() ? legend.height() + 20 : bottom()) + 24,
            svg -> {
              svg.open("g", "font-size", Numbers.coordinate(Card.SMALL_SIZE), "fill", Palette.INK);
              if (lanes.isEmpty()) {
                svg.text(Card.PAD, 16, "Nothing was recorded");
              } else {
                drawAll(svg);
              }
              svg.close("g");
            });
  }

  private void drawAll(Svg svg) {
    Hatching.define(svg);
    legend.draw(svg);
    drawAxis(svg);
    for (int i = 0; i < lanes.size(); i++) {
      if (hasHeader(i)) {
        drawHeader(svg, lanes.get(i).group(), tops[i] - HEADER);
      }
      drawLane(svg, i, tops[i]);
    }
    chart.pauses().stream().limit(MOST_PAUSES).forEach(pause -> drawPause(svg, pause));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    int folded = chart.lanes().size() - lanes.size();
    if (folded > 0) {
      notes.add(
          Numbers.fixed(chart.lanes().size(), 0)
              + " threads are drawn in "
              + lanes.size()
              + " lanes; a lane of several shows what most of them did.");
    }
    if (merged > 0) {
      notes.add(Numbers.fixed(merged, 0) + " short spans are drawn with their neighbours.");
    }
    notes.addAll(chart.notes());
    return notes;
  }

  private double x(double nanos) {
    return left + width * unit.of(nanos) / Math.max(1e-9, unit.of((double) chart.length()));
  }

  private double right() {
    return left + width;
  }

  private void drawAxis(Svg svg) {
    svg.open("g", "fill", Palette.MUTED);
    for (double value : ticks.values()) {
      double at = x(value * unit.size());
      if (at <= right() + 0.5) {
        svg.line(at, legend.height(), at, bottom() + 4, "stroke", Palette.GRID);
        String label = ticks.label(value) + (value == 0 ? " " + unit.name() : "");
        String anchor = value == 0 ? "start" : at > right() - 16 ? "end" : "middle";
        svg.text(at, bottom() + 16, label, "text-anchor", anchor);
      }
    }
    svg.close("g");
  }

  /** A group's name, and a line for the time that it was there. */
  private void drawHeader(Svg svg, String name, double top) {
    double middle = top + HEADER / 2;
    String shownName =
        TextWidth.fit(name, 1.15 * Card.SMALL_SIZE, chart.view().width() - 2 * Card.PAD);
    for (Group group : chart.groups()) {
      if (group.name().equals(name)) {
        double textEnd = Card.PAD + TextWidth.of(shownName, 1.15 * Card.SMALL_SIZE) + GAP;
        drawLife(svg, group, middle, textEnd);
      }
    }
    svg.text(Card.PAD, middle + 4, shownName, "font-weight", "600");
  }

  /** A line from begin to end, dotted before its first lane begins, as it starts up. */
  private void drawLife(Svg svg, Group group, double middle, double textEnd) {
    double from = x((double) group.start());
    double to = Math.max(from + 1, x((double) Math.min(group.end(), chart.length())));
    double up = Math.clamp(x((double) startUpEnd(group)), from, to);
    if (up > Math.max(textEnd, from)) {
      svg.open("g").title("starts up, " + Unit.time((double) (startUpEnd(group) - group.start())));
      svg.line(
          Math.max(textEnd, from),
          middle,
          up,
          middle,
          "stroke",
          Palette.MUTED,
          "stroke-dasharray",
          "1 3");
      svg.close("g");
    }
    if (to > Math.max(textEnd, up)) {
      svg.line(Math.max(textEnd, up), middle, to, middle, "stroke", Palette.MUTED);
    }
    svg.line(to, middle - 3, to, middle + 3, "stroke", Palette.MUTED);
  }

  private long startUpEnd(Group group) {
    return lanes.stream()
        .filter(lane -> lane.group().equals(group.name()))
        .mapToLong(Lane::start)
        .min()
        .orElse(group.start());
  }

  private void drawLane(Svg svg, int index, double top) {
    Lane lane = lanes.get(index);
    if (named) {
      String name = TextWidth.fit(lane.name(), Card.SMALL_SIZE, left - GAP - Card.PAD + 0.01);
      svg.text(left - GAP, top + row / 2 + 4, name, "text-anchor", "end");
    }
    if (tells) {
      lane.spans().forEach(span -> drawSpan(svg, lane, span, top));
      lane.marks().forEach(mark -> drawMark(svg, lane, mark, top));
      return;
    }
    Map<State, StringBuilder> paths = new EnumMap<>(State.class);
    for (Span span : shown.get(index)) {
      paths.computeIfAbsent(span.state(), _ -> new StringBuilder()).append(box(span, top));
    }
    paths.forEach((state, path) -> Hatching.fill(svg, path.toString(), state));
    if (named) {
      drawMarks(svg, lane, top, true);
      drawMarks(svg, lane, top, false);
    }
  }

  private void drawSpan(Svg svg, Lane lane, Span span, double top) {
    svg.open("g");
    String what = span.state().label() + (span.detail().isEmpty() ? "" : ": " + span.detail());
    svg.title(lane.name() + ", " + what + ", " + Unit.time((double) span.nanos()));
    Hatching.fill(svg, box(span, top), span.state());
    svg.close("g");
  }

  private void drawMark(Svg svg, Lane lane, Mark mark, double top) {
    svg.open("g");
    String what = (mark.holding() ? "holding: " : "task: ") + mark.name();
    svg.title(lane.name() + ", " + what + ", " + Unit.time((double) mark.nanos()));
    svg.path(
        line(mark.start(), mark.end(), mark.holding(), top), "fill", Palette.mark(mark.holding()));
    svg.close("g");
  }

  /** Marks so close that no gap would be seen are drawn as one. */
  private void drawMarks(Svg svg, Lane lane, double top, boolean holding) {
    StringBuilder path = new StringBuilder();
    double thinnest = THINNEST * chart.length() / width;
    long start = Long.MIN_VALUE;
    long end = Long.MIN_VALUE;
    int drawn = 0;
    for (Mark mark : lane.marks()) {
      if (mark.holding() != holding) {
        continue;
      }
      if (mark.start() - end > thinnest && start != Long.MIN_VALUE && drawn++ < MOST_MARKS) {
        path.append(line(start, end, holding, top));
        start = mark.start();
      }
      start = start == Long.MIN_VALUE ? mark.start() : start;
      end = Math.max(end, mark.end());
    }
    if (start != Long.MIN_VALUE) {
      svg.path(path + line(start, end, holding, top), "fill", Palette.mark(holding));
    }
  }

  private String line(long start, long end, boolean holding, double top) {
    double from = x((double) start);
    String wide = Numbers.coordinate(Math.max(THINNEST, x((double) end) - from));
    return "M" + Svg.pair(from, top + (holding ? row - 3 : 0)) + "h" + wide + "v3h-" + wide + "z";
  }

  private void drawPause(Svg svg, Pause pause) {
    double from = x((double) pause.start());
    double wide = Math.max(THINNEST, x((double) pause.end()) - from);
    svg.open("g")
        .title(
            "all threads stopped: "
                + pause.cause()
                + ", "
                + Unit.time((double) (pause.end() - pause.start())));
    svg.rectangle(
        from,
        legend.height(),
        wide,
        bottom() - legend.height(),
        "fill",
        Palette.MARK,
        "fill-opacity",
        "0.3");
    svg.close("g");
  }

  private String box(Span span, double top) {
    double from = x((double) span.start());
    String wide = Numbers.coordinate(Math.max(THINNEST, x((double) span.end()) - from));
    String high = Numbers.coordinate(row - (row > 8 ? 6 : 1));
    double y = top + (row > 8 ? 3 : 0.5);
    return "M" + Svg.pair(from, y) + "h" + wide + "v" + high + "h-" + wide + "z";
  }
}
