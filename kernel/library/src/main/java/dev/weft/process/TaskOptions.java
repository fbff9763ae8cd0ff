package dev.weft.process;

import java.time.Duration;
import java.util.Optional;

/**
 * How a pool treats a task. Immutable; each {@code with} method returns a changed copy.
 *
 * <pre>{@code
 * var options = TaskOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)).withRetries(1);
 * pool.submit(options, () -> fetch(url));
 * }</pre>
 *
 * @param timeout how long a task may run, counted from its start; empty for as long as it takes. In
 *     a pool of processes the worker that runs it is ended; in a pool of threads the thread is
 *     interrupted, and a task that takes no notice runs on
 * @param retries how often to run a task again whose worker has died under it; more than 0 is right
 *     only for tasks that may run twice
 */
public record TaskOptions(Optional<Duration> timeout, int retries) {

  /** No timeout, no retries. */
  public static final TaskOptions DEFAULT = new TaskOptions(Optional.empty(), 0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the timeout is not above zero or retries are below 0
   */
  public TaskOptions {
    if (timeout.isPresent() && !timeout.get().isPositive()) {
      throw new IllegalArgumentException("A timeout must be above zero: " + timeout.get());
    }
    if (retries < 0) {
      throw new IllegalArgumentException("A task can't be retried " + retries + " times");
    }
  }

  /** Returns a copy with this timeout. */
  public TaskOptions withTimeout(Duration limit) {
    return new TaskOptions(Optional.of(limit), retries);
  }

  /** Returns a copy with that many retries. */
  public TaskOptions withRetries(int times) {
    return new TaskOptions(timeout, times);
  }
}
