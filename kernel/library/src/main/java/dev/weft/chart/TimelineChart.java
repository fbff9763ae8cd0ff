package dev.weft.chart;

import dev.weft.display.DisplayData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What threads did over time: a lane for each, coloured and hatched by state.
 *
 * <p>Up to 200 lanes are drawn, of more those that were busy longest, and one that stands for the
 * others. Spans that are shorter than a pixel are drawn together. Notes tell of both.
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
 * @param groups what lanes with a group's name belong to, such as processes
 * @param pauses times in which everything stood still, such as for the garbage collector
 * @param notes sentences to stand below
 * @param view how it is drawn
 */
public record TimelineChart(
    String title,
    long length,
    List<Lane> lanes,
    List<Group> groups,
    List<Pause> pauses,
    List<String> notes,
    View view)
    implements Chart {

  /** Keeps its own unmodifiable copies. */
  public TimelineChart {
    lanes = List.copyOf(lanes);
    groups = List.copyOf(groups);
    pauses = List.copyOf(pauses);
    notes = List.copyOf(notes);
  }

  /** Makes a chart without groups and pauses. */
  public TimelineChart(String title, long length, List<Lane> lanes, List<String> notes) {
    this(title, length, lanes, List.of(), List.of(), notes, View.DEFAULT);
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
    IO("input or output"),
    /** It is not known whether it runs or waits. */
    UNKNOWN("not known");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** Returns the state in words. */
    public String label() {
      return label;
    }

    /** Returns its place in tables that live no longer than a drawing takes. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
      return ordinal();
    }
  }

  /**
   * Something that a thread did.
   *
   * @param start in nanoseconds
   * @param end in nanoseconds
   * @param what for what it waited, or empty
   * @param holder who had that, or empty
   * @param exact whether the times were recorded; otherwise they are those of looks at the thread
   *     every some milliseconds
   */
  public record Span(long start, long end, State state, String what, String holder, boolean exact) {

    /** Makes an exact span without a holder. */
    public Span(long start, long end, State state, String what) {
      this(start, end, state, what, "", true);
    }

    /** Returns its length in nanoseconds. */
    public long nanos() {
      return end - start;
    }

    /** Returns in words for what it waited and who had that, or an empty text. */
    public String detail() {
      String had = holder.isEmpty() ? what : what + ", which " + holder + " had";
      return exact ? had : had + (had.isEmpty() ? "times are sampled" : ", times are sampled");
    }
  }

  /**
   * Something that went on while a thread ran and waited: a lock that it held, a task.
   *
   * @param start in nanoseconds
   * @param end in nanoseconds
   * @param name of the lock or the task
   * @param holding whether others may have waited for it
   */
  public record Mark(long start, long end, String name, boolean holding) {

    /** Returns its length in nanoseconds. */
    public long nanos() {
      return end - start;
    }
  }

  /**
   * A thread and what it did.
   *
   * @param spans in order of time, without overlaps
   * @param marks in order of their start; they may overlap
   * @param group the name of the {@link Group} that it belongs to, or empty
   */
  public record Lane(String name, List<Span> spans, List<Mark> marks, String group) {

    /** Keeps its own unmodifiable copies. */
    public Lane {
      spans = List.copyOf(spans);
      marks = List.copyOf(marks);
    }

    /** Makes a lane without marks or a group. */
    public Lane(String name, List<Span> spans) {
      this(name, spans, List.of(), "");
    }

    /** Returns how long it was in a state. */
    public Duration total(State state) {
      return Duration.ofNanos(nanos(state));
    }

    long nanos(State state) {
      long sum = 0;
      for (Span span : spans) {
        sum += span.state() == state ? span.nanos() : 0;
      }
      return sum;
    }

    /** Adds how long it was in each state. */
    void addTo(long[] totals) {
      for (Span span : spans) {
        totals[span.state().place()] += span.nanos();
      }
    }

    /** Returns when its first span begins, in nanoseconds; 0 without one. */
    public long start() {
      return spans.isEmpty() ? 0 : spans.getFirst().start();
    }
  }

  /**
   * Lanes that belong together, such as the threads of a process.
   *
   * @param start when it began, in nanoseconds
   * @param end when it ended, in nanoseconds
   */
  public record Group(String name, long start, long end) {}

  /** A time in which everything stood still, in nanoseconds. */
  public record Pause(long start, long end, String cause) {}

  /** In which order lanes are shown. */
  public enum Order {
    /** As they are in the data: by their begin, in a recording. */
    START,
    /** By name, numbers in names by their value. */
    NAME,
    /** The one that ran longest first. */
    BUSY,
    /** The one that was held up longest first. */
    WAIT
  }

  /**
   * How a timeline is drawn.
   *
   * @param lanes how many lanes at most, 1 to 200
   * @param width in pixels, 200 to 2000; paper takes 600
   * @param folds whether lanes whose names differ only in numbers are drawn as one
   */
  public record View(int lanes, int width, boolean folds, Order order) {

    /** As it is unless said. */
    public static final View DEFAULT = new View(200, Card.WIDTH, false, Order.START);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its bounds
     */
    public View {
      check("lanes", lanes, 1, 200);
      check("width", width, 200, 2000);
    }

    private static void check(String what, int value, int low, int high) {
      if (value < low || value > high) {
        throw new IllegalArgumentException(
            "A chart has " + low + " to " + high + " " + what + ", not " + value);
      }
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
    return new TimelineChart(title, length, lanes, groups, pauses, more, view);
  }

  /** Returns this chart drawn in another way. */
  public TimelineChart view(View other) {
    return new TimelineChart(title, length, lanes, groups, pauses, notes, other);
  }

  /** Returns the lanes in the order in which they are shown. */
  List<Lane> ordered() {
    if (view.order() == Order.START) {
      return lanes;
    }
    Comparator<Lane> comparator =
        switch (view.order()) {
          case BUSY -> Comparator.comparingLong((Lane l) -> -l.nanos(State.RUNNING));
          case WAIT -> Comparator.comparingLong((Lane l) -> -waited(l));
          case NAME, START -> Comparator.comparing(Lane::name, NameOrder.INSTANCE);
        };
    List<String> names = groups.stream().map(Group::name).toList();
    return lanes.stream()
        .sorted(
            Comparator.comparingInt((Lane l) -> names.indexOf(l.group())).thenComparing(comparator))
        .toList();
  }

  private static long waited(Lane lane) {
    return lane.nanos(State.LOCK) + lane.nanos(State.WAITING) + lane.nanos(State.IO);
  }

  @Override
  public String toSvg() {
    return new TimelineDrawing(this, Folding.lanes(this)).draw();
  }

  @Override
  public String toText() {
    return new TimelineText(this, Folding.lanes(this)).text();
  }

  @Override
  public DisplayData toDisplayData() {
    List<Lane> shown = Folding.lanes(this);
    return DisplayData.svg(new TimelineDrawing(this, shown).draw())
        .with(DisplayData.TEXT, new TimelineText(this, shown).text());
  }

  Unit unit() {
    return Unit.of(Unit.NANOSECONDS, DoubleStream.of((double) length));
  }

  /** Returns every span, mark and pause as comma-separated values. */
  @Override
  public String toCsv() {
    Csv csv =
        new Csv().row("group", "lane", "start_ns", "end_ns", "state", "what", "holder", "exact");
    for (Lane lane : lanes) {
      for (Span span : lane.spans()) {
        csv.row(
            lane.group(),
            lane.name(),
            Long.toString(span.start()),
            Long.toString(span.end()),
            span.state().label(),
            span.what(),
            span.holder(),
            Boolean.toString(span.exact()));
      }
      for (Mark mark : lane.marks()) {
        csv.row(
            lane.group(),
            lane.name(),
            Long.toString(mark.start()),
            Long.toString(mark.end()),
            mark.holding() ? "holding" : "task",
            mark.name(),
            "",
            "true");
      }
    }
    return csv.toString();
  }

  /**
   * Writes the chart to a file as all charts are written, and to one whose name ends in {@code
   * .json} as {@link #toTrace} returns it.
   */
  @Override
  public Path toFile(Path file) throws IOException {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
        ? Files.writeString(file, toTrace())
        : Chart.super.toFile(file);
  }

  /**
   * Returns the data in the trace event format of Chrome's tracing tools, which Perfetto and
   * speedscope read too.
   */
  public String toTrace() {
    return new ChromeTrace(this).json();
  }
}
