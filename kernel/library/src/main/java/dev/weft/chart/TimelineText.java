package dev.weft.chart;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A timeline in words and numbers. */
final class TimelineText {

  private static final int MOST_LANES = 60;
  private static final int MOST_WAITS = 3;

  private final TimelineChart chart;
  private final List<Lane> lanes;

  /**
   * Makes the words of a chart.
   *
   * @param lanes those to be told of
   */
  TimelineText(TimelineChart chart, List<Lane> lanes) {
    this.chart = chart;
    this.lanes = lanes;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    String title = chart.title().isEmpty() ? "Timeline" : chart.title();
    lines.add(title + ", " + Unit.time((double) chart.length()));
    int shown = Math.min(lanes.size(), MOST_LANES);
    int width =
        lanes.stream().limit(shown).mapToInt(l -> TextBars.length(l.name())).max().orElse(0);
    String group = "";
    for (Lane lane : lanes.subList(0, shown)) {
      if (!lane.group().equals(group)) {
        group = lane.group();
        lines.add("  " + group + ":");
      }
      lines.add(line(lane, width, group.isEmpty() ? "  " : "    "));
    }
    if (lanes.size() > shown) {
      lines.add("  and " + (lanes.size() - shown) + " more threads");
    }
    if (lanes.isEmpty()) {
      lines.add("  Nothing was recorded");
    }
    lines.addAll(longestWaits());
    lines.addAll(chart.notes());
    return String.join("\n", lines);
  }

  private String line(Lane lane, int width, String indent) {
    StringBuilder line = new StringBuilder(indent).append(TextBars.left(lane.name(), width));
    for (State state : State.values()) {
      double nanos = lane.nanos(state);
      line.append(nanos > 0 ? "  " + state.label() + " " + Unit.time(nanos) : "");
    }
    long held = lane.marks().stream().filter(Mark::holding).mapToLong(Mark::nanos).sum();
    line.append(held > 0 ? "  holding " + Unit.time((double) held) : "");
    return line.toString();
  }

  private record Wait(Lane lane, Span span) {}

  /** The waits for locks, of which a reader wants to know who had them. */
  private List<String> longestWaits() {
    PriorityQueue<Wait> longest =
        new PriorityQueue<>(Comparator.comparingLong((Wait wait) -> wait.span().nanos()));
    long shortest = 0;
    for (Lane lane : chart.lanes()) {
      for (Span span : lane.spans()) {
        if (span.state() == State.LOCK && span.nanos() > shortest) {
          longest.add(new Wait(lane, span));
          if (longest.size() > MOST_WAITS) {
            shortest = longest.remove().span().nanos();
          }
        }
      }
    }
    return longest.stream().sorted(longest.comparator().reversed()).map(this::line).toList();
  }

  private String line(Wait wait) {
    Span span = wait.span();
    String detail = span.detail().isEmpty() ? "a lock" : span.detail();
    return wait.lane().name() + " waited " + Unit.time((double) span.nanos()) + " for " + detail;
  }
}
