package dev.weft.gil;

import dev.weft.chart.TimelineChart;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.State;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What threads did under a {@link SimulatedGil}: who had the lock when, who waited for it; shows
 * itself as a chart.
 *
 * <p>The times are exact: the lock itself has written them down. A thread that runs in this chart
 * has the lock, so that of all lanes one at most runs at any time. Immutable.
 *
 * <pre>{@code
 * GilRun run = new SimulatedGil().run(3, i -> fib(30));
 * run.switches();                                       // how often the lock changed hands
 * run.lane("thread-1").total(TimelineChart.State.LOCK)  // how long that thread waited for it
 * }</pre>
 */
public final class GilRun implements Displayable {

  private final List<Lane> lanes;
  private final Duration length;
  private final long switches;
  private final long interval;
  private final long dropped;

  GilRun(List<Lane> lanes, long length, long switches, long interval, long dropped) {
    this.lanes = List.copyOf(lanes);
    this.length = Duration.ofNanos(length);
    this.switches = switches;
    this.interval = interval;
    this.dropped = dropped;
  }

  /** Returns a lane for each thread, in the order in which they first wanted the lock. */
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
                    "There is no lane ["
                        + thread
                        + "], only "
                        + String.join(", ", lanes.stream().map(Lane::name).toList())));
  }

  /** Returns how long it took in all. */
  public Duration length() {
    return length;
  }

  /** Returns how often the lock went to another thread than the one that had it before. */
  public long switches() {
    return switches;
  }

  /** Returns how long all threads together were in a state; {@code RUNNING} is with the lock. */
  public Duration total(State state) {
    return lanes.stream().map(lane -> lane.total(state)).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the chart. */
  public TimelineChart chart() {
    String times = switches == 1 ? " time" : " times";
    TimelineChart chart =
        new TimelineChart("Under the GIL", length.toNanos(), lanes, List.of())
            .note(
                "Who runs has the GIL, simulated. It changed hands "
                    + switches
                    + times
                    + "; the switch interval is "
                    + milliseconds(interval)
                    + " ms.");
    return dropped == 0 ? chart : chart.note(dropped + " later spans were not kept.");
  }

  private static String milliseconds(long nanos) {
    return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString();
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
