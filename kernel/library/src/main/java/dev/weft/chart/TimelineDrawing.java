package dev.weft.chart;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws a {@link TimelineChart}. */
final class TimelineDrawing {

  private static final int MOST_LANES = 200;
  private static final int MOST_NAMED = 40;
  private static final int MOST_TOLD = 400;
  private static final int MOST_DRAWN = 6_000;
  private static final double LONGEST_NAME = 150;
  private static final double THINNEST = 0.75;
  private static final double GAP = 8;
  private static final double LEGEND_LINE = 18;

  private final TimelineChart chart;
  private final List<Lane> lanes;
  private final Unit unit;
  private final Ticks ticks;
  private final double left;
  private final double width;
  private final double row;
  private final double legend;
  private final boolean tells;

  /** What is drawn of each lane. */
  private final List<List<Span>> shown;

  private final int merged;

  TimelineDrawing(TimelineChart chart) {
    this.chart = chart;
    lanes = drawn(chart.lanes());
    unit = chart.unit();
    ticks = Ticks.of(0, Math.max(1e-9, unit.of((double) chart.length())), 6);
    boolean named = lanes.size() <= MOST_NAMED;
    double names =
        lanes.stream().mapToDouble(l -> TextWidth.of(l.name(), Card.SMALL_SIZE)).max().orElse(0);
    left = Card.PAD + (named ? Math.min(LONGEST_NAME, names) + GAP : 0);
    width = Card.WIDTH - Card.PAD - left;
    row = named ? 20 : 5;
    int legendLines = (states().size() + 1) / 2;
    legend = LEGEND_LINE * legendLines + 6;
    int all = lanes.stream().mapToInt(l -> l.spans().size()).sum();
    tells = all <= MOST_TOLD;
    shown = tells ? lanes.stream().map(Lane::spans).toList() : visible();
    merged = all - count(shown);
  }

  private static List<Lane> drawn(List<Lane> all) {
    if (all.size() <= MOST_LANES) {
      return all;
    }
    Set<Lane> busiest =
        new HashSet<>(
            all.stream()
                .sorted(Comparator.comparing((Lane l) -> l.total(State.RUNNING)).reversed())
                .limit(MOST_LANES)
                .toList());
    return all.stream().filter(busiest::contains).limit(MOST_LANES).toList();
  }

  private List<State> states() {
    List<State> used = new ArrayList<>();
    for (State state : State.values()) {
      if (chart.lanes().stream().anyMatch(lane -> lane.total(state).isPositive())) {
        used.add(state);
      }
    }
    return used;
  }

  String draw() {
    double height = legend + Math.max(1, lanes.size()) * row + 24;
    return new Card(chart.title(), notes())
        .draw(
            height,
            svg -> {
              svg.open("g", "font-size", Numbers.coordinate(Card.SMALL_SIZE), "fill", Palette.INK);
              if (lanes.isEmpty()) {
                svg.text(Card.PAD, 16, "Nothing was recorded");
                svg.close("g");
                return;
              }
              Hatching.define(svg);
              drawLegend(svg);
              drawAxis(svg);
              for (int i = 0; i < lanes.size(); i++) {
                drawLane(svg, i, legend + i * row);
              }
              svg.close("g");
            });
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    int omitted = chart.lanes().size() - lanes.size();
    if (omitted > 0) {
      notes.add(Numbers.fixed(omitted, 0) + " more lanes, which ran least, are not drawn.");
    }
    if (merged > 0) {
      notes.add(Numbers.fixed(merged, 0) + " short spans are drawn with their neighbours.");
    }
    notes.addAll(chart.notes());
    return notes;
  }

  private void drawLegend(Svg svg) {
    List<State> states = states();
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      double x = Card.PAD + (i % 2) * (Card.WIDTH / 2.0 - Card.PAD);
      int line = i / 2;
      double y = line * LEGEND_LINE;
      Hatching.fill(svg, "M" + Svg.pair(x, y + 2) + "h18v11h-18z", state);
      long nanos = chart.lanes().stream().mapToLong(lane -> lane.total(state).toNanos()).sum();
      svg.text(x + 24, y + 12, state.label() + ", " + unit.text((double) nanos) + " in all");
    }
  }

  private double x(double nanos) {
    return left + width * unit.of(nanos) / Math.max(1e-9, unit.of((double) chart.length()));
  }

  private void drawAxis(Svg svg) {
    double bottom = legend + Math.max(1, lanes.size()) * row;
    svg.open("g", "fill", Palette.MUTED);
    for (double value : ticks.values()) {
      double at = x(value * unit.size());
      if (at <= Card.WIDTH - Card.PAD + 0.5) {
        svg.line(at, legend, at, bottom + 4, "stroke", Palette.GRID);
        String label = ticks.label(value) + (value == 0 ? " " + unit.name() : "");
        boolean last = at > Card.WIDTH - Card.PAD - 16;
        svg.text(
            at, bottom + 16, label, "text-anchor", value == 0 ? "start" : last ? "end" : "middle");
      }
    }
    svg.close("g");
  }

  private void drawLane(Svg svg, int index, double top) {
    Lane lane = lanes.get(index);
    if (lanes.size() <= MOST_NAMED) {
      String name = TextWidth.fit(lane.name(), Card.SMALL_SIZE, LONGEST_NAME);
      svg.text(left - GAP, top + row / 2 + 4, name, "text-anchor", "end");
    }
    if (tells) {
      lane.spans().forEach(span -> drawSpan(svg, lane, span, top));
      return;
    }
    Map<State, StringBuilder> paths = new EnumMap<>(State.class);
    for (Span span : shown.get(index)) {
      paths.computeIfAbsent(span.state(), _ -> new StringBuilder()).append(box(span, top));
    }
    paths.forEach((state, path) -> Hatching.fill(svg, path.toString(), state));
  }

  private void drawSpan(Svg svg, Lane lane, Span span, double top) {
    svg.open("g");
    String what = span.state().label() + (span.detail().isEmpty() ? "" : ": " + span.detail());
    svg.title(lane.name() + ", " + what + ", " + unit.text((double) span.nanos()));
    Hatching.fill(svg, box(span, top), span.state());
    svg.close("g");
  }

  private String box(Span span, double top) {
    double from = x((double) span.start());
    String wide = Numbers.coordinate(Math.max(THINNEST, x((double) span.end()) - from));
    String high = Numbers.coordinate(row - (row > 8 ? 6 : 1));
    double y = top + (row > 8 ? 3 : 0.5);
    return "M" + Svg.pair(from, y) + "h" + wide + "v" + high + "h-" + wide + "z";
  }

  /** Puts short spans together, with a growing measure of what is short until few are left. */
  private List<List<Span>> visible() {
    double thinnest = THINNEST;
    List<List<Span>> all = visible(thinnest);
    while (count(all) > MOST_DRAWN) {
      thinnest *= 2;
      all = visible(thinnest);
    }
    return all;
  }

  private List<List<Span>> visible(double thinnest) {
    return lanes.stream().map(lane -> visible(lane.spans(), thinnest)).toList();
  }

  private static int count(List<List<Span>> spans) {
    return spans.stream().mapToInt(List::size).sum();
  }

  /**
   * Puts spans that are shorter than that many pixels together, in the state that most of them
   * have.
   */
  private List<Span> visible(List<Span> spans, double thinnest) {
    List<Span> visible = new ArrayList<>();
    int at = 0;
    while (at < spans.size()) {
      int end = at + 1;
      double from = x((double) spans.get(at).start());
      while (end < spans.size() && x((double) spans.get(end).end()) - from < thinnest) {
        end++;
      }
      visible.add(end == at + 1 ? spans.get(at) : together(spans.subList(at, end)));
      at = end;
    }
    return visible;
  }

  private static Span together(List<Span> spans) {
    Map<State, Long> totals = new EnumMap<>(State.class);
    spans.forEach(span -> totals.merge(span.state(), span.nanos(), Long::sum));
    State most =
        totals.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new Span(spans.getFirst().start(), spans.getLast().end(), most, "");
  }
}
