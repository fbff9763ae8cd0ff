package dev.weft.timeline;

import dev.weft.chart.LineChart;
import dev.weft.chart.TimelineChart;
import dev.weft.chart.TimelineChart.Group;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.Pause;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.chart.TimelineChart.View;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.timing.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the threads of a piece of code did, and those of its child processes, recorded while it ran;
 * shows itself as a chart.
 *
 * <p>The code needs no change. The times come from the JDK's flight recorder: when threads began
 * and ended, slept, parked, waited for monitors and for files and sockets, each if it took 20
 * microseconds or more; and from the library's own types, which tell of their locks, queues and
 * tasks. What is between is shown as running, although the system may have given the processor to
 * others. There is a lane for the calling thread, for each thread that was started meanwhile, and
 * for each older one that did anything but to wait all the time. Who had a lock of {@code
 * java.util.concurrent}, and waits that do not end before the recording does, are known from looks
 * at the platform threads every 10 milliseconds. Of virtual threads the recorder tells when they
 * began, slept and ended, but not when they parked: there it is not known whether they ran, unless
 * they were seen on a processor.
 *
 * <p>The first recording of a JVM takes some hundred milliseconds to start; it does not count.
 * Immutable.
 *
 * <pre>{@code
 * Timeline.record("Two naps", () -> {
 *   var other = Thread.ofPlatform().name("other").start(() -> nap());
 *   nap();
 *   other.join();
 * })
 * }</pre>
 */
public final class Timeline implements Displayable {

  private final Data data;

  /**
   * What a timeline is made of.
   *
   * @param length in nanoseconds
   * @param methods for each lane how often its thread was seen in which method
   */
  record Data(
      String title,
      long length,
      List<Lane> lanes,
      List<Group> groups,
      List<Pause> pauses,
      List<Map<String, Integer>> methods,
      List<String> notes,
      View view) {

    Data {
      lanes = List.copyOf(lanes);
      groups = List.copyOf(groups);
      pauses = List.copyOf(pauses);
      methods = List.copyOf(methods);
      notes = List.copyOf(notes);
    }
  }

  Timeline(Data data) {
    this.data = data;
  }

  /** Records code as {@link #record(String, Body)} does, without a title. */
  public static Timeline record(Body body) throws Exception {
    return record("", body);
  }

  /**
   * Runs code and records what threads do meanwhile.
   *
   * <p>If the code throws, what was recorded is displayed before the exception goes on. Code that
   * records within may be recorded too; then the inner recording has no child processes.
   *
   * @throws Exception what the code throws
   */
  public static Timeline record(String title, Body body) throws Exception {
    return TimelineRecorder.record(title, body);
  }

  /** Returns what was recorded last, by a cell or by {@link #record}. */
  public static Timeline last() {
    return TimelineRecorder.last();
  }

  /** Returns how long the code took. */
  public Duration length() {
    return Duration.ofNanos(data.length());
  }

  /** Returns the lanes, in the order in which their threads began, those of processes last. */
  public List<Lane> lanes() {
    return data.lanes();
  }

  /** Returns the child processes, in the order of their start. */
  public List<Group> processes() {
    return data.groups();
  }

  /** Returns the times in which the garbage collector stopped all threads of this process. */
  public List<Pause> pauses() {
    return data.pauses();
  }

  /** Returns what is to be known about how good the recording is, in sentences. */
  public List<String> notes() {
    return data.notes();
  }

  /**
   * Returns the lane of a thread.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Lane lane(String thread) {
    return lanes().stream()
        .filter(lane -> lane.name().equals(thread))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no lane '"
                        + thread
                        + "', only "
                        + String.join(", ", lanes().stream().map(Lane::name).toList())));
  }

  /** Returns how long all threads together were in a state. */
  public Duration total(State state) {
    return lanes().stream().map(lane -> lane.total(state)).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns how long all threads together were in each state that there was. */
  public Map<State, Duration> totals() {
    Map<State, Duration> totals = new java.util.EnumMap<>(State.class);
    for (State state : State.values()) {
      Duration total = total(state);
      if (total.isPositive()) {
        totals.put(state, total);
      }
    }
    return totals;
  }

  /** Returns how many threads ran on average: their time together over the time that passed. */
  public double concurrency() {
    return data.length() == 0 ? 0 : (double) total(State.RUNNING).toNanos() / data.length();
  }

  /**
   * Returns how many threads ran over time: the average in each of so many equal parts.
   *
   * @param parts at least 1
   */
  public double[] concurrency(int parts) {
    double step = (double) data.length() / parts;
    double[] running = new double[parts];
    for (Lane lane : lanes()) {
      for (Span span : lane.spans()) {
        if (span.state() == State.RUNNING) {
          addShares(span, step, running);
        }
      }
    }
    return running;
  }

  private static void addShares(Span span, double step, double[] shares) {
    int first = Math.clamp((long) (span.start() / step), 0, shares.length - 1);
    int last = Math.clamp((long) (span.end() / step), 0, shares.length - 1);
    for (int i = first; i <= last; i++) {
      double from = Math.max((double) span.start(), i * step);
      double to = Math.min((double) span.end(), (i + 1) * step);
      shares[i] += Math.max(0, to - from) / step;
    }
  }

  /** Returns a line chart of how many threads ran over time, in milliseconds. */
  public LineChart concurrencyChart() {
    int parts = 100;
    double[] running = concurrency(parts);
    double[] times = new double[parts];
    for (int i = 0; i < parts; i++) {
      times[i] = (i + 0.5) * data.length() / parts / 1e6;
    }
    return LineChart.titled("Threads that ran", "ms", "threads").line("running", times, running);
  }

  /**
   * Returns which share of the processors' time the threads ran, between 0 and 1; more threads than
   * processors that could run count as all processors.
   */
  public double utilisation() {
    int processors = Runtime.getRuntime().availableProcessors();
    double sum = 0;
    int parts = 1000;
    for (double running : concurrency(parts)) {
      sum += Math.min(processors, running);
    }
    return sum / parts / processors;
  }

  /** Returns the longest times in which a thread was known not to run, the longest first. */
  public List<Wait> longestWaits(int most) {
    List<Wait> waits = new ArrayList<>();
    for (Lane lane : lanes()) {
      for (Span span : lane.spans()) {
        if (span.state() != State.RUNNING && span.state() != State.UNKNOWN) {
          waits.add(wait(lane, span));
        }
      }
    }
    waits.sort(Comparator.comparing(Wait::length).reversed());
    return List.copyOf(waits.subList(0, Math.min(most, waits.size())));
  }

  private static Wait wait(Lane lane, Span span) {
    return new Wait(
        lane.name(),
        span.state(),
        span.what(),
        span.holder(),
        Duration.ofNanos(span.start()),
        Duration.ofNanos(span.nanos()),
        span.exact());
  }

  /** Returns who held what of the library's locks and permits, in the order of lanes and time. */
  public List<Hold> holds() {
    List<Hold> holds = new ArrayList<>();
    for (Lane lane : lanes()) {
      for (Mark mark : lane.marks()) {
        if (mark.holding()) {
          Duration start = Duration.ofNanos(mark.start());
          holds.add(new Hold(lane.name(), mark.name(), start, Duration.ofNanos(mark.nanos())));
        }
      }
    }
    return holds;
  }

  /**
   * Returns in which methods the thread of a lane was seen running, and how often of the looks,
   * which come every 10 milliseconds of its time on a processor at best.
   *
   * @throws IllegalArgumentException if there is no lane of that name
   */
  public Map<String, Integer> methods(String thread) {
    return Map.copyOf(data.methods().get(lanes().indexOf(lane(thread))));
  }

  /**
   * Returns the lanes alone whose names match a pattern: {@code *} is any text, {@code ?} a sign.
   */
  public Timeline only(String pattern) {
    NamePattern wanted = NamePattern.of(pattern);
    List<Lane> lanes = new ArrayList<>();
    List<Map<String, Integer>> methods = new ArrayList<>();
    for (int i = 0; i < lanes().size(); i++) {
      if (wanted.matches(lanes().get(i).name())) {
        lanes.add(lanes().get(i));
        methods.add(data.methods().get(i));
      }
    }
    return new Timeline(
        new Data(
            data.title(),
            data.length(),
            lanes,
            data.groups(),
            data.pauses(),
            methods,
            data.notes(),
            data.view()));
  }

  /** Returns the same, shown in another way. */
  public Timeline view(View other) {
    return new Timeline(
        new Data(
            data.title(),
            data.length(),
            data.lanes(),
            data.groups(),
            data.pauses(),
            data.methods(),
            data.notes(),
            other));
  }

  /** Returns the chart. */
  public TimelineChart chart() {
    return new TimelineChart(
        data.title().isEmpty() ? "Timeline" : data.title(),
        data.length(),
        data.lanes(),
        data.groups(),
        data.pauses(),
        chartNotes(),
        data.view());
  }

  /** The notes, and where the threads were seen most. */
  private List<String> chartNotes() {
    List<String> notes = new ArrayList<>();
    Map<String, Integer> all = new HashMap<>();
    data.methods().forEach(each -> each.forEach((name, n) -> all.merge(name, n, Integer::sum)));
    int looks = all.values().stream().mapToInt(Integer::intValue).sum();
    if (looks >= 10) {
      var most = all.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      notes.add(
          "Seen running most in "
              + most.getKey()
              + ", "
              + Math.round(100.0 * most.getValue() / looks)
              + "% of "
              + looks
              + " looks.");
    }
    notes.addAll(data.notes());
    return notes;
  }

  /** Returns the chart for clients that draw Vega-Lite, as {@link TimelineChart#interactive}. */
  public Displayable interactive() {
    return chart().interactive();
  }

  /**
   * Writes the chart to a file, as {@link dev.weft.chart.Chart#toFile} does.
   *
   * @return the file
   * @throws IOException if the file can't be written
   */
  public Path toFile(Path file) throws IOException {
    return chart().toFile(file);
  }

  @Override
  public DisplayData toDisplayData() {
    return chart().toDisplayData();
  }

  @Override
  public String toString() {
    return chart().toText();
  }
}
