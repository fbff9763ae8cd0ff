package dev.weft.chart;

import dev.weft.display.Display;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A line that grows under the cell while values are added.
 *
 * <p>The chart is shown when the first value comes and replaced at most ten times a second; the
 * last state is shown a moment after the last value, or by {@link #close}. The newest 600 values
 * are kept. Adding may block for a moment while the notebook does not keep up. Safe for use by
 * several threads.
 *
 * <pre>{@code
 * try (var chart = LiveChart.open("Requests per second")) {
 *   for (int i = 0; i < 20; i++) {
 *     chart.add(measure());
 *   }
 * }
 * }</pre>
 */
public final class LiveChart implements AutoCloseable {

  private static final int KEPT = 600;
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

  private final String title;
  private final LongSupplier clock;
  private final long start;
  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
  private final Deque<LineChart.Point> points = new ArrayDeque<>();
  private @Nullable String shownId;
  private long shownAt;
  private boolean outdated;
  private boolean willShow;

  private LiveChart(String title, LongSupplier clock) {
    this.title = title;
    this.clock = clock;
    start = clock.getAsLong();
  }

  /** Returns a chart whose time begins now. */
  public static LiveChart open(String title) {
    return new LiveChart(title, System::nanoTime);
  }

  static LiveChart open(String title, LongSupplier clock) {
    return new LiveChart(title, clock);
  }

  /** Adds a value, measured now. */
  public void add(double value) {
    lock.lock();
    try {
      long now = clock.getAsLong();
      points.addLast(new LineChart.Point((now - start) / 1e9, value));
      if (points.size() > KEPT) {
        points.removeFirst();
      }
      outdated = true;
      if (shownId == null || now - shownAt >= INTERVAL) {
        show(now);
      } else if (!willShow) {
        willShow = true;
        Thread unused = Thread.ofVirtual().name("live-chart").start(this::showLater);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Shows what is not shown by then; an interrupt means at once. */
  private void showLater() {
    try {
      TimeUnit.NANOSECONDS.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      willShow = false;
      close();
    } finally {
      lock.unlock();
    }
  }

  private void show(long now) {
    shownAt = now;
    outdated = false;
    if (shownId == null) {
      shownId = Display.display(chart());
    } else {
      Display.updateDisplay(shownId, chart());
    }
  }

  /** Returns the chart as it is now. */
  public LineChart chart() {
    lock.lock();
    try {
      List<LineChart.Point> copy = new ArrayList<>(points);
      return new LineChart(
          title, "seconds", "", List.of(new LineChart.Series("", copy)), List.of());
    } finally {
      lock.unlock();
    }
  }

  /** Shows the last state; more values may be added nevertheless. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (outdated) {
        show(clock.getAsLong());
      }
    } finally {
      lock.unlock();
    }
  }
}
