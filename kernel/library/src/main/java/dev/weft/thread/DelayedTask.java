package dev.weft.thread;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs once, after a time, unless it is cancelled before.
 *
 * <pre>{@code
 * var alarm = DelayedTask.after(Duration.ofSeconds(3), () -> System.out.println("Ring"));
 * alarm.cancel();        // true: it will not ring; false if it has begun to
 * }</pre>
 *
 * <p>The task runs on a virtual thread of its own, which {@link Threads#active} lists and which
 * never keeps the JVM alive. What it throws is reported as any thread's uncaught exception, or
 * given to a handler. An interrupt of that thread before the time cancels the task. Any thread may
 * call the methods.
 */
public final class DelayedTask {

  private enum State {
    WAITING,
    RUNNING,
    CANCELLED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final ThreadTask task;
  private final @Nullable Consumer<? super Exception> onFailure;

  private DelayedTask(ThreadTask task, @Nullable Consumer<? super Exception> onFailure) {
    this.task = Objects.requireNonNull(task, "The task is null");
    this.onFailure = onFailure;
  }

  /**
   * Runs the task after the delay; what it throws goes to the uncaught exception handler.
   *
   * @throws IllegalArgumentException if the delay is negative
   */
  public static DelayedTask after(Duration delay, ThreadTask task) {
    return start(delay, new DelayedTask(task, null));
  }

  /**
   * Runs the task after the delay.
   *
   * @param onFailure gets the exception that the task throws, on the task's thread; an error goes
   *     to the uncaught exception handler
   * @throws IllegalArgumentException if the delay is negative
   */
  public static DelayedTask after(
      Duration delay, ThreadTask task, Consumer<? super Exception> onFailure) {
    Objects.requireNonNull(onFailure, "The handler of failures is null");
    return start(delay, new DelayedTask(task, onFailure));
  }

  private static DelayedTask start(Duration delay, DelayedTask delayed) {
    Objects.requireNonNull(delay, "The delay is null");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("The delay [" + delay + "] is negative");
    }
    Thread unused =
        VirtualThreads.STARTED.start("delayed-task", Uncaught.runnable(() -> delayed.run(delay)));
    return delayed;
  }

  private void run(Duration delay) throws Exception {
    boolean over = false;
    try {
      over = !cancelled.await(TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      cancel();
    }
    if (over && state.compareAndSet(State.WAITING, State.RUNNING)) {
      fire();
    }
  }

  private void fire() throws Exception {
    try {
      task.run();
      end.complete(null);
    } catch (Exception e) {
      end.completeExceptionally(e);
      if (onFailure == null) {
        throw e;
      }
      onFailure.accept(e);
    } catch (Error e) {
      end.completeExceptionally(e);
      throw e;
    }
  }

  /**
   * Prevents the task from running.
   *
   * @return whether it will not run, now for the first time; false if it has begun, has ended or
   *     was cancelled before
   */
  public boolean cancel() {
    if (!state.compareAndSet(State.WAITING, State.CANCELLED)) {
      return false;
    }
    cancelled.countDown();
    end.cancel(false);
    return true;
  }

  /**
   * Returns a new future that ends with the task: completed, failed with what it has thrown, or
   * failed with a {@link java.util.concurrent.CancellationException}. To complete or cancel it does
   * nothing to the task.
   */
  public CompletableFuture<Void> onEnd() {
    return end.copy();
  }
}
