package dev.weft.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of workers that take tasks: threads ({@link ThreadPool}) or child JVMs ({@link
 * ProcessPool}), behind the same methods.
 *
 * <p>Tasks start in the order in which they are submitted. {@link #close} waits for what was
 * submitted, {@link #terminate} does not. Methods that take items accept any {@link Iterable},
 * endless ones too where they are lazy; the items are read by the calling thread unless it is said
 * otherwise. When an item's function throws, the other items are still done.
 *
 * <p>Pools may be used by several threads at once.
 *
 * <pre>{@code
 * try (Pool pool = new ProcessPool(4)) {
 *   List<Integer> squares = pool.map(Range.range(10), i -> i * i);
 * }
 * }</pre>
 */
public interface Pool extends ExecutorService {

  /** Returns the number of workers that it has at most. */
  int size();

  /**
   * Submits a task.
   *
   * @throws RejectedExecutionException if the pool is closed or broken
   * @throws NotTransferableException if the task can't travel to another process
   */
  @Override
  <T extends @Nullable Object> PoolFuture<T> submit(Callable<T> task);

  /** Submits a task with a result; the compiler picks this method for lambdas. */
  default <T extends @Nullable Object> PoolFuture<T> submit(SerializableCallable<T> task) {
    return submit(TaskOptions.DEFAULT, task);
  }

  /** Submits a task without a result, as {@link #submit(Callable)} does. */
  @Override
  PoolFuture<?> submit(Runnable task);

  /** Submits a task without a result; the compiler picks this method for lambdas. */
  default PoolFuture<?> submit(SerializableRunnable task) {
    return submit((Runnable) task);
  }

  /** Submits a task without a result of its own, as {@link #submit(Callable)} does. */
  @Override
  <T extends @Nullable Object> PoolFuture<T> submit(Runnable task, T result);

  /** Submits a task with a timeout or retries. */
  <T extends @Nullable Object> PoolFuture<T> submit(
      TaskOptions options, SerializableCallable<T> task);

  /**
   * Runs a task on a worker and waits for its result; what it throws is thrown as it is.
   *
   * @throws InterruptedException if the calling thread is interrupted; the task is then ended
   */
  <T extends @Nullable Object> T apply(SerializableCallable<T> task) throws InterruptedException;

  /**
   * Returns the results for all items, in the order of the items; waits for all of them.
   *
   * <p>The first exception in that order is thrown as it is, when all items are done.
   *
   * @throws InterruptedException if the calling thread is interrupted; the rest is then ended
   * @throws NotTransferableException if the function or an item can't travel to another process
   * @throws CancellationException if the pool is terminated meanwhile
   */
  <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function)
      throws InterruptedException;

  /**
   * Returns the results for all items as {@link #map(Iterable, TaskFunction)} does.
   *
   * @param chunkSize how many items go to a worker at once, to begin with; soon as many as suits
   *     the time that they take
   * @throws IllegalArgumentException if the chunk size is below 1
   */
  <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends A> items, int chunkSize, TaskFunction<? super A, ? extends R> function)
      throws InterruptedException;

  /**
   * Does what {@link #map(Iterable, TaskFunction)} does without waiting; the items are read by a
   * thread of their own. Cancelling the future ends the rest.
   */
  <A extends @Nullable Object, R extends @Nullable Object> PoolFuture<List<R>> mapAsync(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function);

  /**
   * Returns the results one by one in the order of the items, while they come.
   *
   * <p>Items are read when results are taken, a bounded number ahead.
   */
  <A extends @Nullable Object, R extends @Nullable Object> Results<R> mapLazily(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function);

  /** Returns the results one by one as they come, whatever the order; as {@link #mapLazily}. */
  <A extends @Nullable Object, R extends @Nullable Object> Results<R> mapUnordered(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function);

  /** Returns the results for all pairs of arguments, as {@link #map} does. */
  default <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      List<R> starmap(
          Iterable<? extends Map.Entry<A, B>> arguments,
          TaskBiFunction<? super A, ? super B, ? extends R> function)
          throws InterruptedException {
    return map(Arguments.pairs(arguments), Arguments.spread(function));
  }

  /** Does what {@link #starmap} does without waiting, as {@link #mapAsync} does. */
  default <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      PoolFuture<List<R>> starmapAsync(
          Iterable<? extends Map.Entry<A, B>> arguments,
          TaskBiFunction<? super A, ? super B, ? extends R> function) {
    return mapAsync(Arguments.pairs(arguments), Arguments.spread(function));
  }

  /** Does something with each item and waits for all of them, as {@link #map} does. */
  default <A extends @Nullable Object> void forEach(
      Iterable<? extends A> items, TaskConsumer<? super A> action) throws InterruptedException {
    TaskFunction<A, @Nullable Void> function = Arguments.consuming(action);
    map(items, function);
  }

  /**
   * Ends the pool at once: tasks that wait or run are cancelled, worker processes are ended. Does
   * not wait.
   */
  void terminate();

  /**
   * Takes no more tasks and waits until all that was submitted is done.
   *
   * <p>If the calling thread is interrupted, the rest is ended as {@link #shutdownNow} does, and
   * the thread stays interrupted.
   */
  @Override
  void close();
}
