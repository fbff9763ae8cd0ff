package dev.weft.timing;

import dev.weft.chart.SpeedupChart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how much faster a job gets with more workers.
 *
 * <pre>{@code
 * Speedup.measure(4, workers -> {
 *   try (var pool = Executors.newFixedThreadPool(workers)) {
 *     for (int i = 0; i < 12; i++) {
 *       pool.submit(() -> fib(30));
 *     }
 *   }
 * })
 * }</pre>
 */
public final class Speedup {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private Speedup() {}

  /**
   * A job that does the same work whatever the number of its workers.
   *
   * <pre>{@code
   * Speedup.Job job = workers -> runOn(workers);
   * }</pre>
   */
  @FunctionalInterface
  public interface Job {

    /** Does the whole work with that many workers and returns when it is done. */
    void run(int workers) throws Exception;
  }

  /**
   * Runs the job with 1, 2, 4 and so on workers up to that many, each several times in turn, and
   * returns the chart of their medians.
   *
   * <p>Takes about three seconds for each number of workers, or as long as seven runs.
   *
   * @throws IllegalArgumentException if that is below 1
   * @throws Exception what the job throws
   */
  public static SpeedupChart measure(int mostWorkers, Job job) throws Exception {
    if (mostWorkers < 1) {
      throw new IllegalArgumentException("There must be at least one worker: " + mostWorkers);
    }
    List<Integer> counts = new ArrayList<>();
    for (int n = 1; n < mostWorkers; n *= 2) {
      counts.add(n);
    }
    counts.add(mostWorkers);
    return measure(counts, job);
  }

  /**
   * Runs the job with each of those numbers of workers; otherwise as {@link #measure(int, Job)}.
   *
   * @throws IllegalArgumentException if there is none, or one is below 1
   */
  public static SpeedupChart measure(List<Integer> workers, Job job) throws Exception {
    Comparison comparison = Timings.comparison().limit(LIMIT);
    for (int n : workers) {
      if (n < 1) {
        throw new IllegalArgumentException("There must be at least one worker: " + n);
      }
      comparison.variant(Integer.toString(n), (Body) () -> job.run(n));
    }
    Map<Integer, Duration> times = new TreeMap<>();
    Timings timings = comparison.run();
    for (Timing timing : timings.all()) {
      times.put(Integer.valueOf(timing.name()), timing.median());
    }
    int runs = timings.all().getFirst().runs();
    int cores = Runtime.getRuntime().availableProcessors();
    return SpeedupChart.of(times)
        .note("Medians of " + runs + " runs each; this JVM may use " + cores + cores(cores));
  }

  private static String cores(int count) {
    return count == 1 ? " core." : " cores.";
  }
}
