package dev.weft.thread;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A platform thread whose result, or exception, comes to the one who waits for it.
 *
 * <pre>{@code
 * var t = ResultThread.start(() -> fib(30));
 * t.result();            // 832040; or ExecutionException with what the code has thrown
 * }</pre>
 *
 * <p>The exception goes to the callers of {@link #result}, each of them, and to no uncaught
 * exception handler: a thread that nobody asks should be a plain {@link Thread}. Any thread may
 * call the methods.
 *
 * @param <T> type of the result
 */
public final class ResultThread<T> extends Thread {

  private final FutureTask<T> task;

  /** Makes a thread, not yet started. */
  public ResultThread(Callable<T> task) {
    this.task = new FutureTask<>(Objects.requireNonNull(task, "The thread's task is null"));
  }

  /** Makes a thread with a name, not yet started. */
  public ResultThread(String name, Callable<T> task) {
    this(task);
    setName(name);
  }

  /**
   * Starts a thread.
   *
   * @throws OutOfMemoryError if the system starts no more threads
   */
  public static <T> ResultThread<T> start(Callable<T> task) {
    ResultThread<T> thread = new ResultThread<>(task);
    thread.start();
    return thread;
  }

  /** Does the work; is called by the thread itself. */
  @Override
  public void run() {
    task.run();
  }

  /**
   * Waits until the thread has ended.
   *
   * @return what the code has returned
   * @throws ExecutionException if the code has thrown; its cause is what
   * @throws IllegalThreadStateException if it was not started, or if the caller is this thread
   */
  public T result() throws InterruptedException, ExecutionException {
    Joining.check(this);
    return task.get();
  }

  /**
   * Waits until the thread has ended, but not longer than that.
   *
   * @param timeout zero or less does not wait
   * @throws TimeoutException if it has not ended by then; it goes on
   * @throws ExecutionException if the code has thrown; its cause is what
   * @throws IllegalThreadStateException if it was not started, or if the caller is this thread
   */
  public T result(Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    Joining.check(this);
    return task.get(Math.max(0, TimeUnit.NANOSECONDS.convert(timeout)), TimeUnit.NANOSECONDS);
  }
}
