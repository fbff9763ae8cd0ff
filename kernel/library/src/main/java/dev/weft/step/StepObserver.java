package dev.weft.step;

import org.jspecify.annotations.Nullable;

/**
 * What is told of the steps of woven code, by the threads that do them.
 *
 * <p>All threads that run woven code call, so that an observer looks first whether the calling
 * thread concerns it. What the methods throw goes through the woven code; {@link #left} throws
 * nothing.
 */
public interface StepObserver {

  /** A method is entered, or a loop turns. */
  void check();

  /**
   * Something that other threads may see is about to be read or called.
   *
   * @param what the field or the method, as {@code Account.balance} or {@code map.put}
   */
  default void reads(String what) {}

  /** What {@link #reads} has announced has this value. */
  default void hasRead(String what, @Nullable Object value) {}

  /** Something that other threads may see is about to become that value. */
  default void writes(String what, @Nullable Object value) {}

  /** A monitor or a lock is about to be taken. */
  default void enters(Object lock) {}

  /** A lock was asked for without waiting, and is had if it says so. */
  default void tried(Object lock, boolean taken) {}

  /** A monitor or a lock was given back. */
  default void left(Object lock) {}
}
