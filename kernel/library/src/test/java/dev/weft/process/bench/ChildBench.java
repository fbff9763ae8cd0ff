package dev.weft.process.bench;

import dev.weft.process.ChildOptions;
import dev.weft.process.ChildProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Measures child processes: start and join, with a spare and without, what values cost on their
 * way, and memory and processor time at rest. Prints medians, with the least and the most.
 *
 * <p>Run with the library and its test classes on the class path; {@code kernel/docs} has the
 * command.
 */
public final class ChildBench {

  private static final int RUNS = 15;

  /** Options of its own make a child that can't be a spare. */
  private static final ChildOptions COLD = ChildOptions.DEFAULT.withJvmOptions("-Dcold=true");

  private ChildBench() {}

  private static void noop() {}

  public static void main(String[] arguments) throws Exception {
    report("start+join, spare ready", RUNS, true, () -> join(ChildProcess.start(ChildBench::noop)));
    report("start+join, cold", RUNS, false, () -> join(ChildProcess.start(COLD, ChildBench::noop)));
    report("start+result, spare ready", RUNS, true, () -> ChildProcess.start(() -> 1).result());
    report("8 children, start all+join all, cold", 5, false, ChildBench::startEight);
    byte[] small = new byte[1 << 20];
    byte[] large = new byte[100_000_000];
    report("1 MB there and back, start included", RUNS, true, () -> sendBack(small));
    report("100 MB there and back, start included", 7, true, () -> sendBack(large));
    atRest();
  }

  private static Object join(ChildProcess<?> child) throws InterruptedException {
    child.join();
    return child;
  }

  private static Object startEight() throws InterruptedException {
    List<ChildProcess<?>> children = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      children.add(ChildProcess.start(COLD, ChildBench::noop));
    }
    for (ChildProcess<?> each : children) {
      each.join();
    }
    return children;
  }

  private static Object sendBack(byte[] data) throws Exception {
    byte[] back = ChildProcess.start(() -> data).result();
    if (back.length != data.length) {
      throw new IllegalStateException("lost");
    }
    return back;
  }

  /** Times a task; before each run there is time for a spare to get ready. */
  private static void report(String name, int runs, boolean spare, Callable<Object> task)
      throws Exception {
    double[] millis = new double[runs];
    task.call();
    for (int i = 0; i < runs; i++) {
      Thread.sleep(spare ? 2000 : 100);
      long start = System.nanoTime();
      task.call();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    print(name, millis[runs / 2], "ms", millis[0], millis[runs - 1]);
  }

  private static void print(String name, double median, String unit, double least, double most) {
    System.out.printf(
        Locale.ROOT, "%-44s %10.1f %-4s [%.1f .. %.1f]%n", name, median, unit, least, most);
  }

  /** What a child that waits holds, and what it does in twenty seconds. */
  private static void atRest() throws Exception {
    ChildProcess<Void> child = ChildProcess.start(() -> Thread.sleep(60_000));
    Thread.sleep(15_000);
    for (String kind : List.of("Rss", "Pss", "Private_Dirty")) {
      double memory = ProcFile.memory(child.pid(), kind) / 1024.0;
      print("at rest, " + kind, memory, "MB", memory, memory);
    }
    long before = ProcFile.nanos(child.pid());
    Thread.sleep(20_000);
    double used = (ProcFile.nanos(child.pid()) - before) / 1e6;
    print("processor time in 20 s at rest", used, "ms", used, used);
    child.kill();
  }
}
