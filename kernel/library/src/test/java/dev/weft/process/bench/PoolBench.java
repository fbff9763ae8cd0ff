package dev.weft.process.bench;

import dev.weft.process.ChildDiedException;
import dev.weft.process.Pool;
import dev.weft.process.PoolFuture;
import dev.weft.process.ProcessPool;
import dev.weft.process.Range;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Measures pools of processes: ready, round trip, tasks per second, values on their way, a worker's
 * death, and the speed-up of work for the processor. Prints medians, with the least and the most.
 *
 * <p>Run with the library and its test classes on the class path; {@code kernel/docs} has the
 * command.
 */
public final class PoolBench {

  private static final int FIB = 32;
  private static final int JOBS = 12;

  private PoolBench() {}

  private static int noop(int i) {
    return i;
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  public static void main(String[] arguments) throws Exception {
    ready(2, true);
    ready(8, false);
    try (var pool = new ProcessPool(2)) {
      roundTrips(pool);
      rate("map, chunk size 1", 200_000, n -> pool.map(Range.range(n), 1, i -> noop(i)));
      rate("map, automatic chunks", 10_000_000, n -> pool.map(Range.range(n), i -> noop(i)));
      rate(
          "mapLazily",
          1_000_000,
          n -> pool.mapLazily(Range.range(n), i -> noop(i)).stream().count());
      echo(pool, "1 MB there and back", 1 << 20, 60);
      echo(pool, "100 MB there and back", 100 << 20, 5);
      death(pool);
      speedup(pool);
    }
  }

  private static void ready(int workers, boolean waits) throws Exception {
    double[] millis = new double[7];
    for (int i = -1; i < millis.length; i++) {
      Thread.sleep(waits ? 1500 : 100);
      long start = System.nanoTime();
      try (var pool = new ProcessPool(workers)) {
        pool.map(Range.range(10), j -> noop(j));
        if (i >= 0) {
          millis[i] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    print("pool of " + workers + " until 10 results", millis, "ms");
  }

  private static void roundTrips(Pool pool) throws Exception {
    double[] micros = new double[2_000];
    for (int i = -500; i < micros.length; i++) {
      long start = System.nanoTime();
      pool.apply(() -> 1);
      if (i >= 0) {
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
    }
    print("one task, round trip", micros, "us");
  }

  /** Something that handles that many tasks. */
  private interface Bulk {
    Object run(int tasks) throws Exception;
  }

  private static void rate(String name, int tasks, Bulk bulk) throws Exception {
    double[] rates = new double[5];
    bulk.run(tasks);
    for (int i = 0; i < rates.length; i++) {
      long start = System.nanoTime();
      bulk.run(tasks);
      rates[i] = tasks / ((System.nanoTime() - start) / 1e9) / 1e3;
    }
    print("no-op tasks, " + name, rates, "thousand/s");
  }

  private static void echo(Pool pool, String name, int size, int times) throws Exception {
    byte[] data = new byte[size];
    double[] millis = new double[times];
    pool.apply(() -> data);
    for (int i = 0; i < times; i++) {
      millis[i] = millis(() -> pool.apply(() -> data));
    }
    print(name, millis, "ms");
  }

  private static double millis(Callable<?> task) throws Exception {
    long start = System.nanoTime();
    task.call();
    return (System.nanoTime() - start) / 1e6;
  }

  /** From the end of the worker until its task has failed. */
  private static void death(Pool pool) throws Exception {
    double[] millis = new double[7];
    for (int i = 0; i < millis.length; i++) {
      long worker = pool.apply(() -> ProcessHandle.current().pid());
      PoolFuture<?> held = pool.submit(() -> Thread.sleep(60_000));
      PoolFuture<?> other = pool.submit(() -> Thread.sleep(60_000));
      while (!held.isRunning() || !other.isRunning()) {
        Thread.onSpinWait();
      }
      long start = System.nanoTime();
      ProcessHandle.of(worker).ifPresent(ProcessHandle::destroyForcibly);
      PoolFuture<?> dead = awaitDeath(held, other);
      millis[i] = (System.nanoTime() - start) / 1e6;
      (dead == held ? other : held).cancel(true);
    }
    print("worker killed until its task fails", millis, "ms");
  }

  private static PoolFuture<?> awaitDeath(PoolFuture<?> one, PoolFuture<?> other)
      throws InterruptedException {
    while (!one.isDone() && !other.isDone()) {
      Thread.onSpinWait();
    }
    PoolFuture<?> dead = one.isDone() ? one : other;
    try {
      dead.get();
      throw new IllegalStateException("A dead worker's task has a result");
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof ChildDiedException)) {
        throw new IllegalStateException(e);
      }
    }
    return dead;
  }

  private static void speedup(Pool pool) throws Exception {
    double[] ratios = new double[5];
    for (int i = -1; i < ratios.length; i++) {
      double serial =
          millis(
              () -> {
                int sum = 0;
                for (int j = 0; j < JOBS; j++) {
                  sum += fib(FIB);
                }
                return sum;
              });
      double pooled = millis(() -> pool.map(Range.range(JOBS), j -> fib(FIB)));
      if (i >= 0) {
        ratios[i] = serial / pooled;
      }
    }
    print("speed-up of fib(32) x 12 on 2 workers", ratios, "x");
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
