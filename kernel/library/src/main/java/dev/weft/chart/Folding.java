package dev.weft.chart;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one lane of several, which shows at each moment what most of them did. */
final class Folding {

  private static final int STEPS = 400;
  private static final List<State> STATES = List.of(State.values());

  private Folding() {}

  /** Returns the lanes to be drawn: in their order, folded as the chart's view says. */
  static List<Lane> lanes(TimelineChart chart) {
    List<Lane> lanes = chart.ordered();
    if (chart.view().folds()) {
      lanes = foldAlike(lanes, chart.length());
    }
    return atMost(chart.view().lanes(), lanes, chart.length());
  }

  private static List<Lane> foldAlike(List<Lane> lanes, long length) {
    Map<List<String>, List<Lane>> alike = new LinkedHashMap<>();
    for (Lane lane : lanes) {
      String name = lane.name().replaceFirst(" \\(\\d+\\)$", "").replaceAll("\\d+", "#");
      alike.computeIfAbsent(List.of(lane.group(), name), _ -> new ArrayList<>()).add(lane);
    }
    List<Lane> folded = new ArrayList<>();
    alike.forEach(
        (key, each) ->
            folded.add(
                each.size() == 1
                    ? each.getFirst()
                    : fold(key.get(1) + " × " + each.size(), each, length)));
    return folded;
  }

  private static List<Lane> atMost(int most, List<Lane> lanes, long length) {
    if (lanes.size() <= most) {
      return lanes;
    }
    Set<Integer> busiest = busiest(lanes, most - 1);
    List<Lane> kept = new ArrayList<>();
    List<Lane> others = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      (busiest.contains(i) ? kept : others).add(lanes.get(i));
    }
    kept.add(fold(Numbers.fixed(others.size(), 0) + " others", others, length));
    return kept;
  }

  /** Returns the places of those that were in one of the states but unknown for longest. */
  private static Set<Integer> busiest(List<Lane> lanes, int most) {
    long[] busy = new long[lanes.size()];
    Integer[] places = new Integer[lanes.size()];
    for (int i = 0; i < busy.length; i++) {
      busy[i] = lanes.get(i).nanos(State.RUNNING);
      places[i] = i;
    }
    Arrays.sort(places, Comparator.comparingLong((Integer i) -> -busy[i]));
    return new HashSet<>(Arrays.asList(places).subList(0, Math.min(most, places.length)));
  }

  private static Lane fold(String name, List<Lane> lanes, long length) {
    double step = Math.max(1, (double) length / STEPS);
    double[][] times = new double[STEPS][STATES.size()];
    for (Lane lane : lanes) {
      lane.spans().forEach(span -> addTimes(span, step, times));
    }
    return new Lane(name, spans(times, step, lanes.size()));
  }

  private static void addTimes(Span span, double step, double[][] times) {
    int first = Math.clamp((long) (span.start() / step), 0, STEPS - 1);
    int last = Math.clamp((long) (span.end() / step), 0, STEPS - 1);
    for (int i = first; i <= last; i++) {
      double from = Math.max((double) span.start(), i * step);
      double to = Math.min((double) span.end(), (i + 1) * step);
      times[i][span.state().place()] += Math.max(0, to - from);
    }
  }

  private static List<Span> spans(double[][] times, double step, int lanes) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (from < STEPS) {
      int state = most(times[from]);
      int to = from + 1;
      while (to < STEPS && most(times[to]) == state) {
        to++;
      }
      if (state >= 0) {
        long start = (long) (from * step);
        long end = (long) (to * step);
        spans.add(new Span(start, end, STATES.get(state), "most of " + lanes + " threads"));
      }
      from = to;
    }
    return spans;
  }

  /** Returns the state that has most of the time; -1 where no thread was alive. */
  private static int most(double[] times) {
    int most = -1;
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0 && (most < 0 || times[i] > times[most])) {
        most = i;
      }
    }
    return most;
  }
}
