package dev.weft.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Charts with ordinary, long, strange and missing data, by name. */
final class Gallery {

  private Gallery() {}

  static Map<String, Chart> charts() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("bars", bars());
    charts.put("bars-behind", barsBehind());
    charts.put("bars-strange", strangeBars());
    charts.put("bars-empty", BarChart.titled("Nothing yet", ""));
    charts.put("lines", lines());
    charts.put("lines-many", manyPoints());
    charts.put("lines-gap", gap());
    charts.put("lines-strange", strangeLines());
    charts.put("lines-empty", LineChart.titled("No lines", "x", "y"));
    charts.put("histogram", histogram());
    charts.put("histogram-wide", wideHistogram());
    charts.put(
        "histogram-right",
        Histogram.of(IntStream.range(0, 99).mapToDouble(i -> 1e6 * Math.min(i, 90)).toArray())
            .title("All at the right end")
            .unit("ns"));
    charts.put("histogram-one", Histogram.of(new double[] {3, 3, 3}).title("All the same"));
    charts.put("histogram-empty", Histogram.of(new double[] {Double.NaN}).title("No values"));
    charts.put("speedup", speedup());
    charts.put("speedup-one", SpeedupChart.of(Map.of(1, Duration.ofSeconds(2))));
    charts.put("timeline", timeline());
    charts.put("timeline-processes", processes());
    charts.put("timeline-many", manyLanes());
    charts.put("waits", waits());
    charts.put("waits-many", manyWaits());
    charts.put(
        "waits-one",
        WaitGraph.of("One", List.of(new WaitGraph.Wait("a thread", "", "its own lock"))));
    charts.put("waits-none", WaitGraph.of("No waits", List.of()));
    charts.put("timeline-folded", folded());
    charts.put("timeline-strange", strangeNames());
    charts.put("timeline-empty", TimelineChart.of("Nothing happened", List.of()));
    return charts;
  }

  private static WaitGraph waits() {
    return WaitGraph.of(
        "Deadlock: 2 threads",
        List.of(
            new WaitGraph.Wait("anna", "in transfer, cell 3, line 4", "lock2"),
            new WaitGraph.Wait("bert", "in transfer, cell 3, line 4", "lock1")));
  }

  private static WaitGraph manyWaits() {
    List<WaitGraph.Wait> waits = new java.util.ArrayList<>();
    waits.add(
        new WaitGraph.Wait(
            "a thread whose name is far too long for its box <really>",
            "",
            "\u0645\u0631\u062d\u0628\u0627 & \ud83d\ude00"));
    for (int i = 1; i < 14; i++) {
      waits.add(
          new WaitGraph.Wait("philosopher-" + i, "eats, cell 12, line " + i, "forks[" + i + "]"));
    }
    return new WaitGraph("Deadlock: 14 threads", waits, List.of("Each has one fork."));
  }

  private static Chart timeline() {
    List<TimelineChart.Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long ms = 1_000_000;
      List<TimelineChart.Span> spans = new ArrayList<>();
      spans.add(span(0, (2 + i) * ms, TimelineChart.State.RUNNING, ""));
      spans.add(span((2 + i) * ms, (10 + 6 * i) * ms, TimelineChart.State.LOCK, "ReentrantLock 1"));
      spans.add(span((10 + 6 * i) * ms, (16 + 6 * i) * ms, TimelineChart.State.SLEEPING, ""));
      spans.add(span((16 + 6 * i) * ms, (18 + 6 * i) * ms, TimelineChart.State.IO, ""));
      spans.add(span((18 + 6 * i) * ms, 50 * ms, TimelineChart.State.WAITING, "Condition 1"));
      lanes.add(
          new TimelineChart.Lane(i == 2 ? "a <long> name of a thread 😀" : "worker-" + i, spans));
    }
    return TimelineChart.of("Five threads and one lock", lanes);
  }

  /** Two processes, what threads held, a pause, and a child that was killed. */
  private static Chart processes() {
    long ms = 1_000_000;
    List<TimelineChart.Span> own =
        List.of(
            span(0, 12 * ms, TimelineChart.State.RUNNING, ""),
            span(12 * ms, 60 * ms, TimelineChart.State.WAITING, "waiting for an end: child-1"));
    List<TimelineChart.Span> child =
        List.of(
            span(8 * ms, 20 * ms, TimelineChart.State.RUNNING, ""),
            new TimelineChart.Span(
                20 * ms, 33 * ms, TimelineChart.State.LOCK, "till", "worker", true),
            new TimelineChart.Span(
                33 * ms, 40 * ms, TimelineChart.State.LOCK, "purse", "worker", false),
            span(40 * ms, 47 * ms, TimelineChart.State.UNKNOWN, ""));
    var held = List.of(new TimelineChart.Mark(9 * ms, 33 * ms, "till", true));
    var task = List.of(new TimelineChart.Mark(2 * ms, 11 * ms, "task", false));
    return new TimelineChart(
        "A child that was killed",
        60 * ms,
        List.of(
            new TimelineChart.Lane("main", own, task, ""),
            new TimelineChart.Lane("main", child, held, "child-1 (pid 4711, ended with -9)")),
        List.of(new TimelineChart.Group("child-1 (pid 4711, ended with -9)", 3 * ms, 47 * ms)),
        List.of(new TimelineChart.Pause(14 * ms, 16 * ms, "GC Pause")),
        List.of("Times of child processes have an error of at most 0.04 ms."),
        TimelineChart.View.DEFAULT);
  }

  private static Chart folded() {
    TimelineChart many = (TimelineChart) manyLanes();
    return many.view(new TimelineChart.View(20, 400, false, TimelineChart.Order.NAME));
  }

  private static Chart strangeNames() {
    List<TimelineChart.Lane> lanes = new ArrayList<>();
    for (String name :
        List.of(
            "<script>alert(1)</script>", "שלום עולם", "👩‍👩‍👧 family", "tab\tand\nline", "")) {
      var spans = List.of(span(-5, 400, TimelineChart.State.RUNNING, "<b>&amp;"));
      lanes.add(new TimelineChart.Lane(name, spans));
    }
    return TimelineChart.of("\"Strange\" & <names>", lanes);
  }

  private static Chart manyLanes() {
    Random random = new Random(5);
    List<TimelineChart.State> states = List.of(TimelineChart.State.values());
    List<TimelineChart.Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 260; i++) {
      List<TimelineChart.Span> spans = new ArrayList<>();
      long at = 0;
      for (int j = 0; j < 300; j++) {
        long end = at + 1 + random.nextInt(2_000_000);
        spans.add(span(at, end, states.get(random.nextInt(states.size())), ""));
        at = end;
      }
      lanes.add(new TimelineChart.Lane("thread " + i, spans));
    }
    return TimelineChart.of("Very many threads", lanes);
  }

  private static TimelineChart.Span span(
      long start, long end, TimelineChart.State state, String detail) {
    return new TimelineChart.Span(start, end, state, detail);
  }

  private static Chart bars() {
    return BarChart.titled("Time to finish twelve tasks", "ns")
        .bar("serial", 5.71e9, 5.60e9, 5.93e9)
        .bar("threads, simulated GIL", 5.78e9, 5.7e9, 6.1e9)
        .bar("threads, free", 1.92e9, 1.88e9, 2.3e9)
        .bar("processes", 2.04e9, 1.99e9, 2.2e9)
        .note(
            "Median of 7 runs each in random order; whiskers from the lowest to the highest run.");
  }

  private static Chart barsBehind() {
    return BarChart.titled("Times", "ns")
        .bar("serial", 5.71e9, 5.60e9, 5.93e9)
        .bar("threads", 1.92e9, 1.88e9, 2.3e9)
        .bar("not in the handout", 1e9)
        .behind(Map.of("serial", 4.9e9, "threads", 2.6e9, "of no bar", 1e9))
        .note("Pale: the handout's, on 2 cores.");
  }

  private static Chart strangeBars() {
    return BarChart.titled("Signs, gaps & <markup>", "points")
        .bar("a name that is far too long to stand beside its bar without being cut", 12)
        .bar("negative", -7.5)
        .bar("nothing at all", Double.NaN)
        .bar("😀 emoji & <b>", 3, 2, 4)
        .bar("עברית", 1_234_567e-6);
  }

  private static Chart lines() {
    return LineChart.titled("Requests per second", "seconds", "requests/s")
        .line("one thread", List.of(210, 230, 225, 240, 238, 236))
        .line("two threads", List.of(400, 455, 462, 430, 470, 466))
        .line("virtual threads", List.of(380, 490, 505, 498, 510, 503));
  }

  private static Chart manyPoints() {
    Random random = new Random(42);
    double[] xs = new double[20_000];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = i / 1000.0;
      ys[i] = 1000 + StrictMath.sin(i / 900.0) * 30 + random.nextGaussian();
    }
    return LineChart.titled("", "time (s)", "").line("", xs, ys);
  }

  private static Chart gap() {
    double nan = Double.NaN;
    return LineChart.titled("A gap and negative values", "", "°C")
        .line("outside", new double[] {0, 1, 2, 3, 4}, new double[] {-4, -2, nan, 3, 5});
  }

  private static Chart strangeLines() {
    double max = Double.MAX_VALUE;
    return LineChart.titled("Very large & <none>", "x", "y")
        .line("<b>😀 a name that goes on and on, far beyond what has room", List.of(max, -max))
        .line("שלום", List.of(Double.NaN, Double.POSITIVE_INFINITY));
  }

  private static Chart histogram() {
    Random random = new Random(7);
    double[] values = new double[3000];
    Arrays.setAll(values, i -> 120 + 15 * random.nextGaussian());
    return Histogram.of(values).title("Round trip").unit("µs");
  }

  private static Chart wideHistogram() {
    Random random = new Random(8);
    double[] values = new double[5000];
    Arrays.setAll(values, i -> StrictMath.exp(9 + 1.7 * random.nextGaussian()));
    values[0] = Double.POSITIVE_INFINITY;
    return Histogram.of(values).title("Wait for a lock").unit("ns");
  }

  private static Chart speedup() {
    Map<Integer, Duration> times = new TreeMap<>();
    times.put(1, Duration.ofMillis(5710));
    times.put(2, Duration.ofMillis(2950));
    times.put(4, Duration.ofMillis(1620));
    times.put(8, Duration.ofMillis(1010));
    return SpeedupChart.of(times).note("The machine has 4 cores.");
  }
}
