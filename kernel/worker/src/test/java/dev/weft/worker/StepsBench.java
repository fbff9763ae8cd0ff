package dev.weft.worker;

import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures what watching threads costs, in a worker; prints one line for each figure. */
public final class StepsBench {

  private static final String MEMBERS =
      """
      static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
      static long sum; static int n;
      static void loop() { for (int i = 0; i < 200_000_000; i++) sum += i; }
      static double best(Runnable body) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
          long start = System.nanoTime();
          body.run();
          best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return Math.round(best * 10) / 10.0;
      }
      static void gil() {
        try { new dev.weft.gil.SimulatedGil().run(3, i -> fib(32)); }
        catch (Exception e) { throw new IllegalStateException(e); }
      }
      public static java.util.concurrent.locks.ReentrantLock
          lock1 = new ReentrantLock(), lock2 = new ReentrantLock();
      static CyclicBarrier both = new CyclicBarrier(2);
      static void take(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try { both.await(); } catch (Exception e) { throw new IllegalStateException(e); }
        System.out.println("locked");
        second.lock();
      }
      """;

  private final WorkerClient worker;

  private StepsBench(WorkerClient worker) {
    this.worker = worker;
  }

  /** Runs all, for about a minute; no arguments. */
  public static void main(String[] arguments) throws Exception {
    try (WorkerClient worker = WorkerClient.start()) {
      StepsBench bench = new StepsBench(worker);
      bench.print(
          "3 x fib(32) one after another, ms", "best(() -> { fib(32); fib(32); fib(32); })");
      bench.print("a field's sum, before any steps, ms", "best(() -> loop())");
      bench.print("3 x fib(32) under the simulated GIL, ms", "best(() -> gil())");
      bench.print("a field's sum, with steps that nobody watches, ms", "best(() -> loop())");
      bench.print("schedules tried a second", schedules());
      bench.idle();
      bench.hang();
    }
  }

  private static String schedules() {
    return """
    (int) (3e6 / best(() -> {
      try {
        new dev.weft.explore.Explorer().schedules(3_000).random(0).preemptions(9).run(t -> {
          n = 0;
          t.threads(3, () -> { n++; n++; n++; });
        });
      } catch (InterruptedException e) { throw new IllegalStateException(e); }
    }))\
    """;
  }

  private void print(String what, String expression) throws IOException {
    System.out.println(what + ": " + value("return " + expression + ";"));
  }

  private String value(String body) throws IOException {
    long cell = worker.begin(body, MEMBERS);
    return worker.outcome(cell) instanceof RunOutcome.Completed(var value)
        ? value.orElseThrow().data().getOrDefault("text/plain", "")
        : "failed";
  }

  /** Processor time while no cell runs, and while one sleeps. */
  private void idle() throws Exception {
    long before = processorTicks();
    Thread.sleep(10_000);
    System.out.println("processor time of 10 s idle, ms: " + 10 * (processorTicks() - before));
    before = processorTicks();
    String unused = value("Thread.sleep(10_000); return 1;");
    System.out.println("processor time of 10 s asleep, ms: " + 10 * (processorTicks() - before));
  }

  private long processorTicks() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + worker.process().pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private void hang() throws IOException {
    String body =
        """
        var anna = Thread.ofPlatform().name("anna").start(() -> take(lock1, lock2));
        var bert = Thread.ofPlatform().name("bert").start(() -> take(lock2, lock1));
        anna.join();
        return null;
        """;
    long cell = worker.begin(body, MEMBERS);
    worker.awaitText(cell, "locked\n");
    long start = System.nanoTime();
    Event unused = worker.await(Event.Displayed.class);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("from the deadlock to its drawing, ms: " + millis);
  }
}
