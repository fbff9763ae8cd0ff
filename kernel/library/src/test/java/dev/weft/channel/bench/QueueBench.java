package dev.weft.channel.bench;

import dev.weft.channel.ProcessQueue;
import dev.weft.process.ChildProcess;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Measures queues between two processes: messages per second in one direction. Prints medians, with
 * the least and the most.
 *
 * <p>Run with the library and its test classes on the class path; {@code kernel/docs} has the
 * command.
 */
public final class QueueBench {

  private static final int RUNS = 7;
  private static final int WARM_UP = 3;

  /** An element whose class travels by the JDK's serialization. */
  private record Point(int x, int y) implements java.io.Serializable {}

  private QueueBench() {}

  public static void main(String[] arguments) throws Exception {
    rate("bytes of 1 KB", new byte[1024], 1_000_000);
    rate("bytes of 64 B", new byte[64], 4_000_000);
    rate("bytes of 1 MB, in files", new byte[1 << 20], 500);
    rate("strings of 64 letters", "x".repeat(64), 2_000_000);
    rate("boxed numbers", 12345, 2_000_000);
    rate("records", new Point(1, 2), 200_000);
    rate("maps", Map.of("a", 1, "b", 2), 100_000);
  }

  private static void rate(String name, Object element, int count) throws Exception {
    double[] rates = new double[RUNS];
    try (ProcessQueue<Object> queue = new ProcessQueue<>();
        ProcessQueue<Integer> answers = new ProcessQueue<>(1)) {
      var consumer = ChildProcess.start(() -> consume(queue, answers, count));
      for (int i = -WARM_UP; i < RUNS; i++) {
        long start = System.nanoTime();
        for (int j = 0; j < count; j++) {
          queue.put(element);
        }
        int unused = answers.take();
        if (i >= 0) {
          rates[i] = count / ((System.nanoTime() - start) / 1e9) / 1e3;
        }
      }
      consumer.join();
    }
    print(name, rates, "thousand/s");
  }

  private static void consume(ProcessQueue<Object> queue, ProcessQueue<Integer> answers, int count)
      throws Exception {
    for (int i = -WARM_UP; i < RUNS; i++) {
      for (int j = 0; j < count; j++) {
        Object unused = queue.take();
      }
      answers.put(i);
    }
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
