package dev.weft.manager;

/**
 * A number that lives in a {@link Manager} and is the same for all processes that have a handle.
 *
 * <p>Each method is one atomic step, as in an {@link java.util.concurrent.atomic.AtomicLong}, and
 * waits for the manager's answer. For a counter that is used millions of times a second take a
 * shared value.
 *
 * <pre>{@code
 * try (var manager = new Manager(); var pool = new ProcessPool(4)) {
 *   ManagedCounter done = manager.newCounter();
 *   pool.forEach(files, file -> { index(file); done.incrementAndGet(); });
 *   System.out.println(done.get());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. All methods throw {@link ManagerGoneException} when the
 * manager is gone.
 */
public interface ManagedCounter {

  /** Returns the value. */
  long get();

  /** Sets the value. */
  void set(long value);

  /** Sets the value and returns the one before. */
  long getAndSet(long value);

  /** Adds to the value and returns the new one. */
  long addAndGet(long delta);

  /** Adds to the value and returns the one before. */
  long getAndAdd(long delta);

  /** Sets the value if it is as expected, and returns whether it was. */
  boolean compareAndSet(long expected, long value);

  /** Adds one and returns the new value. */
  default long incrementAndGet() {
    return addAndGet(1);
  }

  /** Subtracts one and returns the new value. */
  default long decrementAndGet() {
    return addAndGet(-1);
  }
}
