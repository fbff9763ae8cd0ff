package dev.weft.process.bench;

import dev.weft.process.ChildDiedException;
import dev.weft.process.Pool;
import dev.weft.process.PoolFuture;
import dev.weft.process.ProcessPool;
import dev.weft.process.Range;
import java.util.Arrays;
import java.util.List;
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

  private static final int JOBS = 12;

  private PoolBench() {}

  private static int noop(int i) {
    return i;
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  public static void main(String[] arguments) throws Exception {
    ready(2);
    ready(8);
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
    }
    try (var pool = new ProcessPool(2)) {
      pool.map(Range.range(2), i -> rest(500));
      rest(2_000);
      speedup(pool, 32, 9);
      speedup(pool, 40, 3);
    }
    atRest(8);
  }

  /** Before each pool there is time for spares to get ready. */
  private static void ready(int workers) throws Exception {
    double[] millis = new double[7];
    for (int i = -1; i < millis.length; i++) {
      Thread.sleep(2_000);
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
    for (String name : new String[] {"the first 2,000", "the next", "the next", "the next"}) {
      double[] micros = new double[2_000];
      for (int i = 0; i < micros.length; i++) {
        long start = System.nanoTime();
        pool.apply(() -> 1);
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
      print("one task, round trip, " + name, micros, "us");
    }
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

  /**
   * After three runs for the compilers on both sides; the time of the processor that a task took
   * beside, as others may be at work too.
   */
  private static void speedup(Pool pool, int fib, int runs) throws Exception {
    double[] ratios = new double[runs];
    double[] costs = new double[runs];
    for (int i = -3; i < ratios.length; i++) {
      double[] used = new double[2];
      double serial = millis(() -> used[0] = serially(fib));
      double pooled = millis(() -> used[1] = sum(pool.map(Range.range(JOBS), j -> fibMillis(fib))));
      if (i >= 0) {
        ratios[i] = serial / pooled;
        costs[i] = used[1] / used[0];
      }
    }
    print("speed-up of fib(" + fib + ") x 12 on 2 workers", ratios, "x");
    print("processor time of that, workers to serial", costs, "x");
  }

  private static double serially(int fib) {
    double sum = 0;
    for (int j = 0; j < JOBS; j++) {
      sum += fibMillis(fib);
    }
    return sum;
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(each -> each).sum();
  }

  /** Does a task and returns the milliseconds that the processor was at it. */
  private static double fibMillis(int fib) {
    long start = ProcFile.threadNanos();
    if (fib(fib) == 0) {
      throw new IllegalStateException("no result");
    }
    return (ProcFile.threadNanos() - start) / 1e6;
  }

  /** What workers hold and use that have worked and have nothing to do. */
  private static void atRest(int workers) throws Exception {
    try (var pool = new ProcessPool(workers)) {
      pool.map(Range.range(workers), i -> rest(500));
      List<Long> pids = ProcessHandle.current().children().map(ProcessHandle::pid).toList();
      rest(15_000);
      long before = pids.stream().mapToLong(ProcFile::nanos).sum();
      rest(20_000);
      double used = pids.stream().mapToLong(ProcFile::nanos).sum() - before;
      print("processor time of a pool of " + workers + " at rest", new double[] {used / 20e7}, "%");
      for (String kind : List.of("Rss", "Pss", "Private_Dirty")) {
        double[] megabytes =
            pids.stream().mapToDouble(pid -> ProcFile.memory(pid, kind) / 1024.0).toArray();
        print("a worker at rest, " + kind, megabytes, "MB");
      }
    }
  }

  private static int rest(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
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
