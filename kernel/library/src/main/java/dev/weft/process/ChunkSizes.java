package dev.weft.process;

import java.util.concurrent.TimeUnit;

/**
 * How many items go to a worker at once: as many as it does in some two milliseconds, but never so
 * many that other workers have nothing left, or that they and their results take much memory. Safe
 * for use by several threads.
 */
final class ChunkSizes {

  private static final double TARGET = TimeUnit.MILLISECONDS.toNanos(2);
  private static final double SHORT = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int MOST = 1 << 16;
  private static final long MOST_BYTES = 4 << 20;
  private static final int GROWTH = 16;
  private static final double WEIGHT = 0.5;

  private final int workers;

  private boolean fixed;
  private int size;
  private double nanosPerItem = Double.NaN;
  private long bytesPerItem = 1;

  /**
   * Makes sizes.
   *
   * @param initial the size until times have been measured
   * @param fixed whether it stays at one
   */
  ChunkSizes(int workers, int initial, boolean fixed) {
    this.workers = workers;
    this.fixed = fixed;
    size = fixed ? 1 : initial;
  }

  /** Says how long items took. */
  synchronized void measured(int items, long nanos) {
    double now = (double) Math.max(1, nanos) / items;
    nanosPerItem = Double.isNaN(nanosPerItem) ? now : nanosPerItem + WEIGHT * (now - nanosPerItem);
    if (!fixed) {
      double wanted = Math.min(TARGET / nanosPerItem, (double) size * GROWTH);
      size = (int) Math.clamp(wanted, 1, MOST);
    }
  }

  /** Says how many bytes items, or their results, had together. */
  synchronized void weighed(int items, long bytes) {
    bytesPerItem = Math.max(bytesPerItem, bytes / items);
  }

  /** Makes all further sizes one. */
  synchronized void fix() {
    fixed = true;
    size = 1;
  }

  /**
   * Returns the next size.
   *
   * @param left how many items are left, negative if unknown
   */
  synchronized int next(int left) {
    int most = Math.clamp(MOST_BYTES / bytesPerItem, 1, size);
    return left < 0 ? most : Math.clamp(Math.ceilDiv(left, 2 * workers), 1, most);
  }

  /** Returns whether a row takes so little time that the way to the worker counts. */
  synchronized boolean isShort() {
    return nanosPerItem * size < 2 * TARGET && nanosPerItem < SHORT;
  }
}
