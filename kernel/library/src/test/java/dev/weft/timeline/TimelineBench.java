package dev.weft.timeline;

import dev.weft.timing.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a timeline costs: its start and end, what it slows down, and how long many spans take.
 *
 * <p>Run its main on a quiet machine; the performance page says how.
 */
final class TimelineBench {

  private static final int ROUNDS = 21;

  private TimelineBench() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    for (String time : List.of("first", "second", "third", "fourth")) {
      print(time + " timeline of nothing", millis(() -> draw(Timeline.record("", () -> {}))));
    }
    slowdown("two threads that compute", TimelineBench::compute);
    slowdown("two threads and one ReentrantLock", TimelineBench::lock);
    slowdown("two threads and one monitor", TimelineBench::monitor);
    for (int i = 0; i < 3; i++) {
      Recording.All all = ManyThreadsTest.recorded();
      print(
          "10,000 threads, 1,000,000 waits, with the chart",
          millis(() -> draw(TimelineBuilder.build("", all))));
    }
  }

  private static void draw(Timeline timeline) {
    if (timeline.toDisplayData().data().isEmpty()) {
      throw new IllegalStateException("Nothing was drawn");
    }
  }

  private static void print(String what, double millis) {
    System.out.printf(Locale.ROOT, "%-50s %8.1f ms%n", what, millis);
  }

  private static double millis(Body body) throws Exception {
    long start = System.nanoTime();
    body.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** Runs a body with and without a recording in turn, and compares the medians. */
  private static void slowdown(String what, Body body) throws Exception {
    List<Double> plain = new ArrayList<>();
    List<Double> recorded = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      plain.add(millis(body));
      Timeline.record(() -> recorded.add(millis(body)));
    }
    double without = median(plain);
    double with = median(recorded);
    System.out.printf(
        Locale.ROOT,
        "%-50s %8.1f ms, recorded %8.1f ms: %+.1f%%%n",
        what,
        without,
        with,
        100 * (with / without - 1));
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static void onTwoThreads(Runnable body) throws InterruptedException {
    Thread one = Thread.ofPlatform().start(body);
    Thread two = Thread.ofPlatform().start(body);
    one.join();
    two.join();
  }

  private static void compute() throws InterruptedException {
    onTwoThreads(() -> burn(20_000_000));
  }

  private static void burn(int turns) {
    double x = 1;
    for (int i = 0; i < turns; i++) {
      x = Math.sqrt(x + i);
    }
    if (x < 0) {
      throw new IllegalStateException();
    }
  }

  private static void lock() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    onTwoThreads(
        () -> {
          for (int i = 0; i < 20_000; i++) {
            lock.lock();
            try {
              burn(300);
            } finally {
              lock.unlock();
            }
            burn(100);
          }
        });
  }

  private static void monitor() throws InterruptedException {
    Object lock = new Object();
    onTwoThreads(
        () -> {
          for (int i = 0; i < 20_000; i++) {
            synchronized (lock) {
              burn(300);
            }
            burn(100);
          }
        });
  }
}
