package dev.weft.timeline;

import dev.weft.chart.TimelineChart.State;

/** Something that was recorded of a thread; times are nanoseconds of one clock. */
sealed interface Happening {

  /** Returns the thread's number. */
  long thread();

  /** Returns when it began. */
  long start();

  /** A thread has begun. */
  record Begun(long thread, long start, String name) implements Happening {}

  /** A thread has ended. */
  record Ended(long thread, long start) implements Happening {}

  /**
   * A thread was held up.
   *
   * @param name the thread's name
   * @param kind the class of what it waited for, or empty
   * @param address which one of that class, 0 if unknown
   * @param holder the thread that had it, or empty
   */
  record Held(
      long thread,
      String name,
      long start,
      long end,
      State state,
      String kind,
      long address,
      String holder)
      implements Happening {}
}
