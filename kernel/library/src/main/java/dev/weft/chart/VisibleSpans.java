package dev.weft.chart;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.List;

/** Puts short spans together, with a growing measure of what is short until few are left. */
final class VisibleSpans {

  private static final List<State> STATES = List.of(State.values());

  private VisibleSpans() {}

  /**
   * Returns for each lane the spans to be drawn, each in the state that most of it has.
   *
   * @param nanos how long a span is that is as wide as the thinnest line
   * @param most how many spans may be drawn
   */
  static List<List<Span>> of(List<Lane> lanes, double nanos, int most) {
    double thinnest = nanos;
    List<List<Span>> all = of(lanes, thinnest);
    while (count(all) > most) {
      thinnest *= 2;
      all = of(lanes, thinnest);
    }
    return all;
  }

  private static List<List<Span>> of(List<Lane> lanes, double thinnest) {
    return lanes.stream().map(lane -> of(lane, thinnest)).toList();
  }

  static int count(List<List<Span>> spans) {
    return spans.stream().mapToInt(List::size).sum();
  }

  private static List<Span> of(Lane lane, double thinnest) {
    List<Span> spans = lane.spans();
    List<Span> visible = new ArrayList<>();
    int at = 0;
    while (at < spans.size()) {
      int end = at + 1;
      long from = spans.get(at).start();
      while (end < spans.size() && spans.get(end).end() - from < thinnest) {
        end++;
      }
      visible.add(end == at + 1 ? spans.get(at) : together(spans.subList(at, end)));
      at = end;
    }
    return visible;
  }

  private static Span together(List<Span> spans) {
    long[] totals = new long[STATES.size()];
    for (Span span : spans) {
      totals[span.state().place()] += span.nanos();
    }
    int most = 0;
    for (int i = 1; i < totals.length; i++) {
      most = totals[i] > totals[most] ? i : most;
    }
    return new Span(spans.getFirst().start(), spans.getLast().end(), STATES.get(most), "");
  }
}
