package dev.weft.thread.bench;

import dev.weft.thread.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Measures many platform threads that are alive at once: started and joined by the library, and by
 * the JDK alone. Prints medians, with the least and the most.
 *
 * <p>Run with the library and its test classes on the class path; the argument is the number of
 * threads, 10,000 by itself.
 */
public final class ThreadBench {

  private static final int RUNS = 7;

  private ThreadBench() {}

  /** Starts threads that all wait for the same, lets them go, and waits for their end. */
  private interface Way {
    void run(int count, CountDownLatch gate) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    int count = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    double[] jdk = new double[RUNS];
    double[] library = new double[RUNS];
    for (int i = -1; i < RUNS; i++) {
      double first = millis(count, ThreadBench::byJdk);
      double second = millis(count, ThreadBench::byLibrary);
      if (i >= 0) {
        jdk[i] = first;
        library[i] = second;
      }
    }
    print(count + " threads, Thread alone", jdk);
    print(count + " threads, Threads.startAll", library);
  }

  private static void byJdk(int count, CountDownLatch gate) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().start(() -> await(gate)));
    }
    gate.countDown();
    for (Thread each : threads) {
      each.join();
    }
  }

  private static void byLibrary(int count, CountDownLatch gate) throws Exception {
    List<Thread> threads = Threads.startAll(count, i -> await(gate));
    gate.countDown();
    Threads.joinAll(threads);
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double millis(int count, Way way) throws Exception {
    long start = System.nanoTime();
    way.run(count, new CountDownLatch(1));
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String name, double[] values) {
    Arrays.sort(values);
    System.out.printf(
        Locale.ROOT,
        "%-45s median %10.3f ms (%.3f ... %.3f)%n",
        name,
        values[values.length / 2],
        values[0],
        values[values.length - 1]);
  }
}
