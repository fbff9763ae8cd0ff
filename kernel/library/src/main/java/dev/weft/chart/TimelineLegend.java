package dev.weft.chart;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What the colours of a timeline mean, with the time in all, two to a line where there is room. */
final class TimelineLegend {

  private static final double LINE = 18;
  private static final int NARROW = 480;

  private final List<Entry> entries = new ArrayList<>();
  private final int width;
  private final int columns;

  /** A sample, drawn into a box of 18 by 11 at a point, and its text. */
  private record Entry(BiConsumer<Svg, Point> sample, String text) {}

  private record Point(double x, double y) {}

  TimelineLegend(TimelineChart chart) {
    width = chart.view().width();
    columns = width < NARROW ? 1 : 2;
    long[] totals = new long[State.values().length];
    chart.lanes().forEach(lane -> lane.addTo(totals));
    for (State state : State.values()) {
      long nanos = totals[state.place()];
      if (nanos > 0) {
        add(
            (svg, at) -> Hatching.fill(svg, box(at, 2, 11), state),
            state.label() + ", " + Unit.time((double) nanos) + " in all");
      }
    }
    addMarks(chart, true, "holding a lock");
    addMarks(chart, false, "at a task");
    if (!chart.pauses().isEmpty()) {
      add(
          (svg, at) -> svg.path(box(at, 2, 11), "fill", Palette.MARK, "fill-opacity", "0.3"),
          "all threads stopped, "
              + chart.pauses().size()
              + (chart.pauses().size() == 1 ? " time" : " times"));
    }
  }

  private void addMarks(TimelineChart chart, boolean holding, String what) {
    long nanos = 0;
    for (Lane lane : chart.lanes()) {
      for (Mark mark : lane.marks()) {
        nanos += mark.holding() == holding ? mark.nanos() : 0;
      }
    }
    if (nanos > 0) {
      add(
          (svg, at) -> svg.path(box(at, 6, 3), "fill", Palette.mark(holding)),
          what + ", " + Unit.time((double) nanos) + " in all");
    }
  }

  private void add(BiConsumer<Svg, Point> sample, String text) {
    entries.add(new Entry(sample, text));
  }

  private static String box(Point at, double down, int height) {
    return "M" + Svg.pair(at.x(), at.y() + down) + "h18v" + height + "h-18z";
  }

  double height() {
    return LINE * Math.ceil((double) entries.size() / columns) + 6;
  }

  void draw(Svg svg) {
    for (int i = 0; i < entries.size(); i++) {
      double column = (double) width / columns - Card.PAD;
      Point at = new Point(Card.PAD + (i % columns) * column, LINE * Math.floorDiv(i, columns));
      entries.get(i).sample().accept(svg, at);
      double room = column - 28;
      svg.text(
          at.x() + 24, at.y() + 12, TextWidth.fit(entries.get(i).text(), Card.SMALL_SIZE, room));
    }
  }
}
