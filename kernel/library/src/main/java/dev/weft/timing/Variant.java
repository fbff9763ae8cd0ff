package dev.weft.timing;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of the things that are compared, and its times so far. */
final class Variant {

  private static final double SHORTEST_MEASURED = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int MOST_AT_ONCE = 1 << 24;

  private final String name;
  private final Callable<?> body;
  private final Sink sink = new Sink();

  private double[] nanos = new double[16];
  private int runs;
  private long calls;
  private int atOnce = 1;

  Variant(String name, Callable<?> body) {
    this.name = name;
    this.body = body;
  }

  static Callable<@Nullable Object> callable(Body body) {
    return () -> {
      body.run();
      return null;
    };
  }

  String name() {
    return name;
  }

  /** Runs the body until it has run for that long, and finds out how often to run it at once. */
  void warmUp(long wantedNanos) throws Exception {
    long spent = 0;
    do {
      long time = time(atOnce);
      spent += time;
      boolean tooShort = time < SHORTEST_MEASURED && atOnce < MOST_AT_ONCE;
      if (tooShort) {
        double wanted = atOnce * SHORTEST_MEASURED / Math.max(1, time);
        atOnce = (int) Math.min(MOST_AT_ONCE, Math.min(Math.ceil(wanted), atOnce * 10.0));
      }
    } while (spent < wantedNanos);
  }

  private long time(int times) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      sink.take(body.call());
    }
    return System.nanoTime() - start;
  }

  /** Measures one time; returns how long that took altogether, in nanoseconds. */
  long measure() throws Exception {
    long time = time(atOnce);
    if (runs == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * runs);
    }
    nanos[runs++] = (double) time / atOnce;
    calls += atOnce;
    return time;
  }

  Timing timing() {
    return new Timing(name, Arrays.copyOf(nanos, runs), calls);
  }
}
