package dev.weft.timing;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long one variant took, run by run.
 *
 * <p>Where a single run is too short for the clock, several were measured together and each time is
 * their share.
 */
public final class Timing {

  private static final double FENCE = 3;
  private static final double Z_95 = 1.96;

  private final String name;
  private final double[] sorted;
  private final long calls;

  /**
   * Makes a timing of times in nanoseconds.
   *
   * @param calls how often the variant ran in all these
   */
  Timing(String name, double[] nanos, long calls) {
    this.name = name;
    this.calls = calls;
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** Returns the variant's name. */
  public String name() {
    return name;
  }

  /** Returns how many times were measured, warm-up not counted. */
  public int runs() {
    return sorted.length;
  }

  /** Returns how often the variant ran in all measured times together. */
  public long calls() {
    return calls;
  }

  /** Returns the median in nanoseconds. */
  public double medianNanos() {
    return quantile(0.5);
  }

  /** Returns the median, to the nanosecond. */
  public Duration median() {
    return Duration.ofNanos(Math.round(medianNanos()));
  }

  /** Returns the shortest time in nanoseconds. */
  public double lowestNanos() {
    return sorted[0];
  }

  /** Returns the longest time in nanoseconds. */
  public double highestNanos() {
    return sorted[sorted.length - 1];
  }

  /** Returns a quantile in nanoseconds, interpolated between neighbours. */
  double quantile(double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Returns the lower end of the middle half of the times, in nanoseconds. */
  public double lowerQuartileNanos() {
    return quantile(0.25);
  }

  /** Returns the upper end of the middle half of the times, in nanoseconds. */
  public double upperQuartileNanos() {
    return quantile(0.75);
  }

  /**
   * Returns how many times lie further above the middle half than three times its width (Tukey's
   * far outliers).
   */
  public int outliers() {
    double fence = upperQuartileNanos() + FENCE * (upperQuartileNanos() - lowerQuartileNanos());
    return (int) Arrays.stream(sorted).filter(time -> time > fence).count();
  }

  /**
   * Returns how exactly the median is known: half the width of its 95 % confidence interval, as a
   * share of the median; infinite for fewer than six times.
   *
   * <p>The interval lies between two of the sorted times, whatever their distribution (by the
   * normal approximation of the binomial distribution of ranks).
   */
  public double precision() {
    int n = sorted.length;
    int low = (int) Math.floor(n / 2.0 - Z_95 * Math.sqrt(n) / 2);
    int high = (int) Math.ceil(n / 2.0 + Z_95 * Math.sqrt(n) / 2);
    if (low < 0 || high >= n) {
      return Double.POSITIVE_INFINITY;
    }
    return (sorted[high] - sorted[low]) / 2 / medianNanos();
  }

  /** Returns all times in nanoseconds, the shortest first, as a copy. */
  public double[] nanos() {
    return sorted.clone();
  }

  @Override
  public String toString() {
    return name + ": median " + median() + " of " + runs() + " runs";
  }
}
