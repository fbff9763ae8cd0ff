package dev.weft.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * How much faster a job gets with more workers, against the ideal line and the best fit of Amdahl's
 * law.
 *
 * <p>The speed-up with n workers is the time with the fewest workers, taken n times where these are
 * more than one, over the time with n. The fit is the serial share s of the job for which {@code
 * 1/speed-up = s + (1 - s)/n} is nearest to all measured points (least squares; Amdahl 1967).
 *
 * <pre>{@code
 * SpeedupChart.of(Map.of(1, Duration.ofMillis(800), 2, Duration.ofMillis(430)))
 * }</pre>
 *
 * @param title what is shown; may be empty
 * @param times measured time by number of workers
 * @param notes sentences to stand below
 */
public record SpeedupChart(String title, Map<Integer, Duration> times, List<String> notes)
    implements Chart {

  /**
   * Keeps its own copies, sorted by the number of workers.
   *
   * @throws IllegalArgumentException if there is no time, a number of workers is below 1 or a time
   *     is not above zero
   */
  public SpeedupChart {
    if (times.isEmpty()) {
      throw new IllegalArgumentException("A speed-up needs at least one time");
    }
    times.forEach(SpeedupChart::check);
    times = Collections.unmodifiableMap(new TreeMap<>(times));
    notes = List.copyOf(notes);
  }

  private static void check(int workers, Duration time) {
    if (workers < 1 || !time.isPositive()) {
      throw new IllegalArgumentException(
          "A speed-up needs times above 0 of 1 worker and more, not %s of %d"
              .formatted(time, workers));
    }
  }

  /** Returns a chart of times by number of workers. */
  public static SpeedupChart of(Map<Integer, Duration> times) {
    return new SpeedupChart("Speed-up", times, List.of());
  }

  /** Returns this chart with another title. */
  public SpeedupChart title(String text) {
    return new SpeedupChart(text, times, notes);
  }

  /** Returns this chart with one more note. */
  public SpeedupChart note(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new SpeedupChart(title, times, more);
  }

  /**
   * Returns how many times faster that many workers were.
   *
   * @throws IllegalArgumentException if that number of workers was not measured
   */
  public double speedup(int workers) {
    Duration time = times.get(workers);
    if (time == null) {
      throw new IllegalArgumentException(
          "Not measured with " + workers + " workers, only with " + times.keySet());
    }
    int fewest = times.keySet().iterator().next();
    Duration slowest = times.values().iterator().next();
    return (double) slowest.toNanos() * fewest / time.toNanos();
  }

  /**
   * Returns the share of the job, between 0 and 1, that does not get faster with more workers;
   * empty where only one number of workers was measured.
   */
  public OptionalDouble serialShare() {
    double upper = 0;
    double lower = 0;
    for (int n : times.keySet()) {
      double slope = 1 - 1.0 / n;
      upper += slope * (1 / speedup(n) - 1.0 / n);
      lower += slope * slope;
    }
    boolean known = times.size() > 1 && lower > 0;
    return known ? OptionalDouble.of(Math.clamp(upper / lower, 0, 1)) : OptionalDouble.empty();
  }

  /** Returns the speed-up that Amdahl's law gives for that many workers and a serial share. */
  static double amdahl(double serial, double workers) {
    return 1 / (serial + (1 - serial) / workers);
  }

  private List<String> allNotes() {
    List<String> all = new ArrayList<>();
    serialShare()
        .ifPresent(
            s ->
                all.add(
                    "Amdahl's law fits best with "
                        + Numbers.fixed(100 * s, s < 0.1 ? 1 : 0)
                        + " % of the job serial."));
    all.addAll(notes);
    return all;
  }

  @Override
  public String toSvg() {
    return lines().toSvg();
  }

  /** Returns the lines that are drawn. */
  LineChart lines() {
    double[] workers = times.keySet().stream().mapToDouble(n -> n).toArray();
    double[] measured = times.keySet().stream().mapToDouble(this::speedup).toArray();
    double most = workers[workers.length - 1];
    double least = workers[0];
    double[] dense = dense(least, most);
    LineChart chart =
        LineChart.titled(title, "workers", "times faster")
            .line("measured", workers, measured)
            .line("ideal", new double[] {least, most}, new double[] {least, most});
    if (serialShare().isPresent()) {
      double serial = serialShare().getAsDouble();
      double[] fit = new double[dense.length];
      Arrays.setAll(fit, i -> amdahl(serial, dense[i]));
      chart = chart.line("Amdahl's law", dense, fit);
    }
    for (String note : allNotes()) {
      chart = chart.note(note);
    }
    return chart;
  }

  private static double[] dense(double from, double to) {
    double[] values = new double[61];
    Arrays.setAll(values, i -> from + (to - from) * i / (values.length - 1));
    return values;
  }

  @Override
  public String toText() {
    List<String> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    times.forEach((n, time) -> lines.add(line(n, time)));
    lines.addAll(allNotes());
    return String.join("\n", lines);
  }

  private String line(int workers, Duration time) {
    double most = times.keySet().stream().mapToDouble(this::speedup).max().orElse(1);
    Unit unit = Unit.of(Unit.NANOSECONDS, DoubleStream.of((double) time.toNanos()));
    return TextBars.right(Integer.toString(workers), 3)
        + (workers == 1 ? " worker   " : " workers  ")
        + TextBars.right(unit.text((double) time.toNanos()), 9)
        + "  "
        + Numbers.fixed(speedup(workers), 2)
        + " times faster  "
        + TextBars.bar(speedup(workers) / most, 30);
  }

  @Override
  public String toCsv() {
    Csv csv = new Csv().row("workers", "time_ns", "speedup");
    times.forEach(
        (n, time) ->
            csv.row(Integer.toString(n), Long.toString(time.toNanos()), Numbers.exact(speedup(n))));
    return csv.toString();
  }
}
