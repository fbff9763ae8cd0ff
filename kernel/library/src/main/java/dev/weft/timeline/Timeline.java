package dev.weft.timeline;

import dev.weft.chart.TimelineChart;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.display.Display;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.timing.Body;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the threads of a piece of code did, recorded while it ran; shows itself as a chart.
 *
 * <p>The code needs no change. The times come from the JDK's flight recorder: when threads began
 * and ended, slept, parked, waited for monitors and for files and sockets, each if it took 20
 * microseconds or more. What is between is shown as running, although the system may have given the
 * processor to others. There is a lane for the calling thread, for each thread that was started
 * meanwhile, and for each older one that was held up meanwhile. Of virtual threads the recorder
 * tells when they began, slept and ended, but not when they parked.
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

  private final String title;
  private final Duration length;
  private final List<Lane> lanes;

  Timeline(String title, long length, List<Lane> lanes) {
    this.title = title;
    this.length = Duration.ofNanos(length);
    this.lanes = List.copyOf(lanes);
  }

  /** Records code as {@link #record(String, Body)} does, without a title. */
  public static Timeline record(Body body) throws Exception {
    return record("", body);
  }

  /**
   * Runs code and records what threads do meanwhile.
   *
   * <p>If the code throws, what was recorded is displayed before the exception goes on.
   *
   * @throws IllegalStateException if this JVM has no flight recorder
   * @throws Exception what the code throws
   */
  public static Timeline record(String title, Body body) throws Exception {
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      throw new IllegalStateException(
          "This JVM has no flight recorder: it was made without the module jdk.jfr");
    }
    try (FlightRecording recording = FlightRecording.start()) {
      boolean whole = false;
      try {
        body.run();
        whole = true;
      } finally {
        if (!whole) {
          Display.display(of(title, recording));
        }
      }
      return of(title, recording);
    }
  }

  private static Timeline of(String title, FlightRecording recording) throws IOException {
    FlightRecording.Recorded recorded = recording.stop();
    Thread caller = Thread.currentThread();
    List<Lane> lanes = LaneBuilder.lanes(recorded, caller.threadId(), caller.getName());
    return new Timeline(title, recorded.end() - recorded.start(), lanes);
  }

  /** Returns how long the code took. */
  public Duration length() {
    return length;
  }

  /** Returns the lanes, in the order in which their threads began. */
  public List<Lane> lanes() {
    return lanes;
  }

  /**
   * Returns the lane of a thread.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Lane lane(String thread) {
    return lanes.stream()
        .filter(lane -> lane.name().equals(thread))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no lane '"
                        + thread
                        + "', only "
                        + String.join(", ", lanes.stream().map(Lane::name).toList())));
  }

  /** Returns how long all threads together were in a state. */
  public Duration total(State state) {
    return lanes.stream().map(lane -> lane.total(state)).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns how many threads ran on average: their time together over the time that passed. */
  public double concurrency() {
    return length.isZero() ? 0 : (double) total(State.RUNNING).toNanos() / length.toNanos();
  }

  /** Returns the longest spans in which a thread was not running, the longest first. */
  public List<Span> longestWaits(int most) {
    List<Span> waits = new ArrayList<>();
    for (Lane lane : lanes) {
      lane.spans().stream().filter(span -> span.state() != State.RUNNING).forEach(waits::add);
    }
    waits.sort(Comparator.comparingLong(Span::nanos).reversed());
    return List.copyOf(waits.subList(0, Math.min(most, waits.size())));
  }

  /** Returns the chart. */
  public TimelineChart chart() {
    return new TimelineChart(
        title.isEmpty() ? "Timeline" : title, length.toNanos(), lanes, List.of());
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
