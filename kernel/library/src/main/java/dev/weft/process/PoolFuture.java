package dev.weft.process;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The result of a task of a {@link Pool}, and the means to end the task.
 *
 * <p>What depends on it (such as {@code thenApply}) runs on threads of its own, so that a slow one
 * delays no other result. Futures made from it are ordinary ones: cancelling these does not end the
 * task. Safe for use by several threads.
 *
 * <pre>{@code
 * PoolFuture<Integer> sum = pool.submit(() -> compute()).onSuccess(System.out::println);
 * sum.cancel(true);
 * }</pre>
 *
 * @param <T> type of the result, which may be null
 */
public final class PoolFuture<T extends @Nullable Object> extends CompletableFuture<T> {

  /** What ends a task; set before anybody else sees the future. */
  interface Stopper {

    /**
     * Ends the task.
     *
     * @param interrupt whether also when it runs
     * @return whether it will not run to its end
     */
    boolean stop(boolean interrupt);
  }

  private final AtomicReference<@Nullable Stopper> stopper = new AtomicReference<>();
  private volatile boolean running;

  PoolFuture() {}

  void stopWith(Stopper how) {
    stopper.set(how);
  }

  void setRunning(boolean now) {
    running = now;
  }

  /** Returns whether the task has been given to a worker and is not done. */
  public boolean isRunning() {
    return running && !isDone();
  }

  /**
   * Ends the task; its future is then cancelled.
   *
   * @param mayInterruptIfRunning whether to end it also if it runs: its thread is interrupted, and
   *     in a pool of processes the worker is ended and replaced if the task takes no notice within
   *     a second. If false, a task that runs goes on
   * @return whether the task was not done and will have no result
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    Stopper how = stopper.get();
    if (isDone()) {
      return isCancelled();
    }
    if (how != null && !how.stop(mayInterruptIfRunning)) {
      return false;
    }
    return super.cancel(mayInterruptIfRunning);
  }

  /**
   * Has an action done with the result when the task has ended well; does not wait. Unlike that of
   * {@link #thenAccept}, what the action throws is not lost: it is printed as errors of threads
   * are.
   *
   * @return this
   */
  public PoolFuture<T> onSuccess(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    return onEnd(
        (value, thrown) -> {
          if (thrown == null) {
            action.accept(value);
          }
        });
  }

  /**
   * Has an action done with what the task has thrown, or with the {@link CancellationException} if
   * it was cancelled; else as {@link #onSuccess}.
   *
   * @return this
   */
  public PoolFuture<T> onFailure(Consumer<? super Throwable> action) {
    Objects.requireNonNull(action, "action");
    return onEnd(
        (value, thrown) -> {
          if (thrown != null) {
            action.accept(causeOf(thrown));
          }
        });
  }

  private PoolFuture<T> onEnd(BiConsumer<? super T, ? super @Nullable Throwable> action) {
    var unused =
        whenComplete(
            (value, thrown) -> {
              try {
                action.accept(value, thrown);
              } catch (RuntimeException | Error e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
              }
            });
    return this;
  }

  /** Returns an ordinary future, which has no task of its own. */
  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  /**
   * Waits for the result; what the task has thrown is thrown as it is.
   *
   * @throws InterruptedException if the calling thread is interrupted; the task goes on
   * @throws CancellationException if the task was cancelled
   */
  T result() throws InterruptedException {
    try {
      return get();
    } catch (ExecutionException e) {
      throw Unchecked.<RuntimeException>raise(causeOf(e));
    }
  }

  private static Throwable causeOf(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wraps = thrown instanceof ExecutionException || thrown instanceof CompletionException;
    return wraps && cause != null ? cause : thrown;
  }
}
