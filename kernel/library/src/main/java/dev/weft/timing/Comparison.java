package dev.weft.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * A comparison that is being put together.
 *
 * <pre>{@code
 * Timings.comparison()
 *     .variant("for loop", () -> sumInLoop())
 *     .variant("stream", () -> sumInStream())
 *     .precision(0.02)
 *     .run()
 * }</pre>
 *
 * <p>Belongs to one thread.
 */
public final class Comparison {

  private static final int FEWEST_RUNS = 7;
  private static final int MOST_RUNS = 2_000;
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(4);
  private static final double DEFAULT_PRECISION = 0.05;
  private static final long LONGEST_WARM_UP = Duration.ofMillis(300).toNanos();

  private final List<Variant> variants = new ArrayList<>();
  private Duration limit = DEFAULT_LIMIT;
  private double precision = DEFAULT_PRECISION;
  private long seed = new Random().nextLong();

  Comparison() {}

  /** Adds code whose result is used, so that it can't be left out by the JIT compiler. */
  public Comparison variant(String name, Callable<?> body) {
    if (variants.stream().anyMatch(v -> v.name().equals(name))) {
      throw new IllegalArgumentException("Two variants are named '" + name + "'");
    }
    variants.add(new Variant(name, body));
    return this;
  }

  /** Adds code that is run for what it does. */
  public Comparison variant(String name, Body body) {
    return variant(name, Variant.callable(body));
  }

  /**
   * Sets how exactly each median is to be known, as half of its 95 % confidence interval by the
   * median; 0.05 unless set.
   *
   * @throws IllegalArgumentException if it is not above 0
   */
  public Comparison precision(double share) {
    if (!(share > 0)) {
      throw new IllegalArgumentException("A precision is above 0, such as 0.05: " + share);
    }
    precision = share;
    return this;
  }

  /**
   * Sets how long measuring may take for each variant, warm-up included; four seconds unless set.
   * Seven runs of each variant are measured however long they take.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public Comparison limit(Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("A time limit is above zero: " + time);
    }
    limit = time;
    return this;
  }

  /** Sets the seed of the order in which variants take turns; random unless set. */
  public Comparison seed(long number) {
    seed = number;
    return this;
  }

  /**
   * Warms each variant up, then runs all of them in turn, each round in another order, until every
   * median is known well enough or the time is over.
   *
   * @throws IllegalStateException if there is no variant
   * @throws Exception what a variant throws
   */
  public Timings run() throws Exception {
    if (variants.isEmpty()) {
      throw new IllegalStateException("There is nothing to compare yet: add a variant");
    }
    long left = limit.toNanos() * variants.size();
    long start = System.nanoTime();
    for (Variant variant : variants) {
      variant.warmUp(Math.min(LONGEST_WARM_UP, limit.toNanos() / 10));
    }
    left -= System.nanoTime() - start;
    List<Variant> order = new ArrayList<>(variants);
    Random random = new Random(seed);
    int round = 0;
    while (round < FEWEST_RUNS || (left > 0 && round < MOST_RUNS && !isPrecise(round))) {
      Collections.shuffle(order, random);
      for (Variant variant : order) {
        left -= variant.measure();
      }
      round++;
    }
    return new Timings(variants.stream().map(Variant::timing).toList(), precision);
  }

  /** Looks at powers of two and a bit more often, as sorting all times is not free. */
  private boolean isPrecise(int round) {
    boolean looks = round < 32 || round % 16 == 0;
    return looks && variants.stream().allMatch(v -> v.timing().precision() <= precision);
  }
}
