package dev.weft.channel.bench;

import dev.weft.channel.PipeEnd;
import dev.weft.channel.ProcessPipe;
import dev.weft.process.ChildProcess;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Measures pipes between two processes: round trips, and megabytes per second. Prints medians, with
 * the least and the most.
 *
 * <p>Run with the library and its test classes on the class path; {@code kernel/docs} has the
 * command.
 */
public final class PipeBench {

  private static final int RUNS = 7;

  private PipeBench() {}

  public static void main(String[] arguments) throws Exception {
    ProcessPipe<Object> pipe = ProcessPipe.open();
    PipeEnd<Object> there = pipe.second();
    var echo = ChildProcess.start(() -> echo(there));
    PipeEnd<Object> here = pipe.first();
    roundTrips("round trip, 1 KB of bytes", here, new byte[1024], 20_000);
    roundTrips("round trip, string of 1 KB", here, "x".repeat(1024), 20_000);
    roundTrips("round trip, map of two", here, Map.of("a", 1, "b", 2), 10_000);
    rate("1 MB there and back", here, new byte[1 << 20], 200);
    rate("32 MB there and back", here, new byte[32 << 20], 6);
    here.close();
    echo.join();
  }

  private static void echo(PipeEnd<Object> end) throws Exception {
    try (end) {
      while (true) {
        Object message = end.receive();
        end.send(message);
      }
    } catch (java.io.EOFException e) {
      // the other end is closed
    }
  }

  private static void roundTrips(String name, PipeEnd<Object> end, Object message, int count)
      throws Exception {
    double[] micros = new double[count];
    for (int i = -count / 2; i < count; i++) {
      long start = System.nanoTime();
      end.send(message);
      Object unused = end.receive();
      if (i >= 0) {
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
    }
    print(name, micros, "us");
  }

  private static void rate(String name, PipeEnd<Object> end, byte[] message, int count)
      throws Exception {
    double[] rates = new double[RUNS];
    for (int i = -2; i < RUNS; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < count; j++) {
        end.send(message);
        Object unused = end.receive();
      }
      if (i >= 0) {
        rates[i] = 2.0 * count * message.length / ((System.nanoTime() - start) / 1e9) / 1e6;
      }
    }
    print(name, rates, "MB/s");
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
