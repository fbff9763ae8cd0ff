package dev.weft.chart;

import java.util.Arrays;

/**
 * Counts of values between edges.
 *
 * @param edges in ascending order, one more than counts
 * @param logarithmic whether the edges grow by a factor instead of a step
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bins(double[] edges, int[] counts, boolean logarithmic) {

  private static final int FEWEST = 8;
  private static final int MOST = 48;
  private static final double LOGARITHMIC_FROM = 100;

  /** Sorts values, which are in ascending order, into bins. */
  static Bins of(double[] sorted) {
    if (sorted.length == 0) {
      return new Bins(new double[] {0}, new int[0], false);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    boolean logarithmic = low > 0 && high / low > LOGARITHMIC_FROM;
    double[] scaled = logarithmic ? Arrays.stream(sorted).map(StrictMath::log10).toArray() : sorted;
    double[] edges = edges(scaled);
    int[] counts = new int[edges.length - 1];
    for (double value : scaled) {
      counts[indexOf(value, edges)]++;
    }
    return new Bins(
        logarithmic ? Arrays.stream(edges).map(e -> StrictMath.pow(10, e)).toArray() : edges,
        counts,
        logarithmic);
  }

  /** Returns these bins, or wider ones that each hold several, at most that many. */
  Bins atMost(int most) {
    int each = Math.ceilDiv(counts.length, most);
    if (each <= 1) {
      return this;
    }
    int[] sums = new int[Math.ceilDiv(counts.length, each)];
    double[] wider = new double[sums.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i / each] += counts[i];
    }
    for (int i = 0; i < wider.length; i++) {
      wider[i] = edges[Math.min(i * each, counts.length)];
    }
    return new Bins(wider, sums, logarithmic);
  }

  private static double[] edges(double[] sorted) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (low == high) {
      double half = low == 0 ? 0.5 : Math.abs(low) / 20;
      return new double[] {low - half, low + half};
    }
    double middleHalf = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double width = 2 * middleHalf / StrictMath.cbrt(sorted.length);
    double wanted = width > 0 ? (high - low) / width : FEWEST;
    int count = (int) Math.clamp(Math.ceil(wanted), FEWEST, MOST);
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = low + (high - low) * i / count;
    }
    return edges;
  }

  private static int indexOf(double value, double[] edges) {
    int found = Arrays.binarySearch(edges, value);
    int index = found >= 0 ? found : -found - 2;
    return Math.clamp(index, 0, edges.length - 2);
  }
}
