package dev.weft.manager.bench;

import dev.weft.manager.ManagedCounter;
import dev.weft.manager.ManagedMap;
import dev.weft.manager.Manager;
import dev.weft.process.ChildProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Measures a manager's objects, used from a child process. Prints medians, with the least and the
 * most.
 *
 * <p>Run with the library and its test classes on the class path; {@code kernel/docs} has the
 * command.
 */
public final class ManagerBench {

  private static final int RUNS = 7;
  private static final int OPERATIONS = 40_000;

  private ManagerBench() {}

  public static void main(String[] arguments) throws Exception {
    start();
    try (Manager manager = new Manager()) {
      ManagedMap<String, Integer> map = manager.newMap();
      List<Integer> list = manager.newList();
      BlockingQueue<Integer> queue = manager.newQueue();
      ManagedCounter counter = manager.newCounter();
      map.put("x", 1);
      rate("map set", () -> map.put("x", 2));
      rate("map get", () -> map.get("x"));
      rate("map merge", () -> map.merge("x", 1, Integer::sum));
      rate("list append", () -> list.add(1));
      rate("counter add", () -> counter.addAndGet(1));
      rate(
          "queue put + take, two operations",
          () -> {
            queue.put(1);
            return queue.take();
          });
    }
  }

  /** Until the first entry of a map is set. */
  private static void start() {
    double[] millis = new double[15];
    for (int i = -3; i < millis.length; i++) {
      long start = System.nanoTime();
      try (Manager manager = new Manager()) {
        manager.<String, Integer>newMap().put("x", 1);
      }
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    print("start, first set, end", millis, "ms");
  }

  /** What a child does again and again. */
  private interface Step extends java.io.Serializable {
    @Nullable Object run() throws Exception;
  }

  private static void rate(String name, Step step) throws Exception {
    print(name, ChildProcess.start(() -> rates(step)).result(), "thousand/s");
  }

  private static double[] rates(Step step) throws Exception {
    double[] rates = new double[RUNS];
    for (int i = -2; i < RUNS; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < OPERATIONS; j++) {
        step.run();
      }
      if (i >= 0) {
        rates[i] = OPERATIONS / ((System.nanoTime() - start) / 1e9) / 1e3;
      }
    }
    return rates;
  }

  private static void print(String name, double[] values, String unit) {
    Arrays.sort(values);
    System.out.printf(
        Locale.ROOT,
        "%-45s median %10.3f %s (%.3f ... %.3f)%n",
        name,
        values[values.length / 2],
        unit,
        values[0],
        values[values.length - 1]);
  }
}
