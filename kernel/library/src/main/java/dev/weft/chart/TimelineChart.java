package dev.weft.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What threads did over time: a lane for each, coloured and hatched by state.
 *
 * <p>Up to 200 lanes are drawn; of more, those that did most. Spans that are shorter than a pixel
 * are drawn together. Notes tell of both.
 *
 * <pre>{@code
 * var worked = new TimelineChart.Span(0, 2_000_000, TimelineChart.State.RUNNING, "");
 * var slept = new TimelineChart.Span(2_000_000, 5_000_000, TimelineChart.State.SLEEPING, "");
 * TimelineChart.of("A nap", List.of(new TimelineChart.Lane("main", List.of(worked, slept))))
 * }</pre>
 *
 * @param title what is shown; may be empty
 * @param length nanoseconds from the left end to the right end
 * @param lanes from top to bottom
 * @param notes sentences to stand below
 */
public record TimelineChart(String title, long length, List<Lane> lanes, List<String> notes)
    implements Chart {

  private static final int MOST_IN_TEXT = 60;

  /** Keeps its own unmodifiable copies. */
  public TimelineChart {
    lanes = List.copyOf(lanes);
    notes = List.copyOf(notes);
  }

  /** What a thread does. */
  public enum State {
    /** It runs, or could run. */
    RUNNING("running"),
    /** It waits for a lock or a permit that others hold. */
    LOCK("waiting for a lock"),
    /** It waits for another thread: a condition, a queue, an end. */
    WAITING("waiting"),
    /** It sleeps. */
    SLEEPING("sleeping"),
    /** It waits for a file or a socket. */
    IO("input or output");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** Returns the state in words. */
    public String label() {
      return label;
    }
  }

  /**
   * Something that a thread did.
   *
   * @param start in nanoseconds
   * @param end in nanoseconds
   * @param detail for what it waited, or empty
   */
  public record Span(long start, long end, State state, String detail) {

    /** Returns its length in nanoseconds. */
    public long nanos() {
      return end - start;
    }
  }

  /**
   * A thread and what it did.
   *
   * @param spans in order of time, without overlaps
   */
  public record Lane(String name, List<Span> spans) {

    /** Keeps its own unmodifiable copy. */
    public Lane {
      spans = List.copyOf(spans);
    }

    /** Returns how long it was in a state. */
    public Duration total(State state) {
      return Duration.ofNanos(
          spans.stream().filter(s -> s.state() == state).mapToLong(Span::nanos).sum());
    }
  }

  /** Returns a chart that ends with the last span. */
  public static TimelineChart of(String title, List<Lane> lanes) {
    long end = lanes.stream().flatMap(l -> l.spans().stream()).mapToLong(Span::end).max().orElse(0);
    return new TimelineChart(title, end, lanes, List.of());
  }

  /** Returns this chart with one more note. */
  public TimelineChart note(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new TimelineChart(title, length, lanes, more);
  }

  @Override
  public String toSvg() {
    return new TimelineDrawing(this).draw();
  }

  @Override
  public String toText() {
    Unit unit = unit();
    List<String> lines = new ArrayList<>();
    lines.add((title.isEmpty() ? "Timeline" : title) + ", " + unit.text((double) length));
    int width = lanes.stream().mapToInt(l -> TextBars.length(l.name())).max().orElse(0);
    for (Lane lane : lanes.subList(0, Math.min(lanes.size(), MOST_IN_TEXT))) {
      lines.add(text(lane, width, unit));
    }
    if (lanes.size() > MOST_IN_TEXT) {
      lines.add("  and " + (lanes.size() - MOST_IN_TEXT) + " more threads");
    }
    lines.addAll(notes);
    return String.join("\n", lines);
  }

  private static String text(Lane lane, int width, Unit unit) {
    StringBuilder line = new StringBuilder("  ").append(TextBars.left(lane.name(), width));
    for (State state : State.values()) {
      double nanos = lane.total(state).toNanos();
      line.append(nanos > 0 ? "  " + state.label() + " " + unit.text(nanos) : "");
    }
    return line.toString();
  }

  Unit unit() {
    return Unit.of(Unit.NANOSECONDS, DoubleStream.of((double) length));
  }

  @Override
  public String toCsv() {
    Csv csv = new Csv().row("lane", "start_ns", "end_ns", "state", "detail");
    for (Lane lane : lanes) {
      for (Span span : lane.spans()) {
        csv.row(
            lane.name(),
            Long.toString(span.start()),
            Long.toString(span.end()),
            span.state().label(),
            span.detail());
      }
    }
    return csv.toString();
  }
}
