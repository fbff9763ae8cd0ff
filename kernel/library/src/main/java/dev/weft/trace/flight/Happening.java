package dev.weft.trace.flight;

import dev.weft.trace.Activity;
import java.util.function.LongUnaryOperator;

/** Something that was recorded; times are nanoseconds of one clock. */
public sealed interface Happening {

  /** Returns when it began. */
  long start();

  /** Returns the same on another clock. */
  Happening on(LongUnaryOperator clock);

  /**
   * A thread has begun.
   *
   * @param thread the thread's number
   * @param virtual whether it is a virtual one
   */
  record Begun(long thread, long start, String name, boolean virtual) implements Happening {
    @Override
    public Begun on(LongUnaryOperator clock) {
      return new Begun(thread, clock.applyAsLong(start), name, virtual);
    }
  }

  /** A thread has ended. */
  record Ended(long thread, long start) implements Happening {
    @Override
    public Ended on(LongUnaryOperator clock) {
      return new Ended(thread, clock.applyAsLong(start));
    }
  }

  /**
   * A thread was held up.
   *
   * @param name the thread's name
   * @param kind the class of what it waited for, or empty
   * @param which tells things of one class apart, 0 if unknown
   * @param holder the thread that had it, or empty
   * @param sampled whether the times are those of looks at the thread now and then
   */
  record Held(
      long thread,
      String name,
      long start,
      long end,
      Doing doing,
      String kind,
      long which,
      String holder,
      boolean sampled)
      implements Happening {
    @Override
    public Held on(LongUnaryOperator clock) {
      return new Held(
          thread,
          name,
          clock.applyAsLong(start),
          clock.applyAsLong(end),
          doing,
          kind,
          which,
          holder,
          sampled);
    }
  }

  /**
   * What one of the library's types has told.
   *
   * @param threadName the name of the thread that did it
   * @param name the name of the lock, queue, task or process
   * @param holder who had it when a wait began, or empty
   * @param open whether it had not ended when the recording did
   */
  record Told(
      long thread,
      String threadName,
      long start,
      long end,
      Activity activity,
      String name,
      String holder,
      boolean open)
      implements Happening {
    @Override
    public Told on(LongUnaryOperator clock) {
      return new Told(
          thread,
          threadName,
          clock.applyAsLong(start),
          clock.applyAsLong(end),
          activity,
          name,
          holder,
          open);
    }
  }

  /**
   * A thread was seen running on a processor, in a method.
   *
   * @param name the thread's name
   */
  record Ran(long thread, String name, long start, String method) implements Happening {
    @Override
    public Ran on(LongUnaryOperator clock) {
      return new Ran(thread, name, clock.applyAsLong(start), method);
    }
  }

  /** All threads stood still for the garbage collector. */
  record Paused(long start, long end, String cause) implements Happening {
    @Override
    public Paused on(LongUnaryOperator clock) {
      return new Paused(clock.applyAsLong(start), clock.applyAsLong(end), cause);
    }
  }

  /** So much of the recording was lost, as it came faster than it could be written. */
  record Lost(long start, long bytes) implements Happening {
    @Override
    public Lost on(LongUnaryOperator clock) {
      return new Lost(clock.applyAsLong(start), bytes);
    }
  }
}
