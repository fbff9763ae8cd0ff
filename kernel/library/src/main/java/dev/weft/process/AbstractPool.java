package dev.weft.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What pools have in common, whatever their workers are. */
abstract sealed class AbstractPool implements Pool permits ProcessPool, ThreadPool {

  private final Engine engine;
  private final TaskOptions defaults;

  /** Guards what follows. */
  private final Object lock = new Object();

  private boolean closed;

  /** Mappings that may still add rows. */
  private int open;

  AbstractPool(Engine engine, TaskOptions defaults) {
    this.engine = engine;
    this.defaults = defaults;
  }

  @Override
  public int size() {
    return engine.size();
  }

  @Override
  public <T extends @Nullable Object> PoolFuture<T> submit(Callable<T> task) {
    return submit(defaults, Objects.requireNonNull(task, "task"), task);
  }

  @Override
  public <T extends @Nullable Object> PoolFuture<T> submit(SerializableCallable<T> task) {
    return submit(defaults, Objects.requireNonNull(task, "task"), task);
  }

  @Override
  public <T extends @Nullable Object> PoolFuture<T> submit(
      TaskOptions options, SerializableCallable<T> task) {
    return submit(options, Objects.requireNonNull(task, "task"), task);
  }

  @Override
  public PoolFuture<?> submit(Runnable task) {
    Objects.requireNonNull(task, "task");
    return submit(defaults, Executors.callable(task), task);
  }

  @Override
  public <T extends @Nullable Object> PoolFuture<T> submit(Runnable task, T result) {
    Objects.requireNonNull(task, "task");
    Callable<T> callable =
        () -> {
          task.run();
          return result;
        };
    PoolFuture<T> given = new PoolFuture<>();
    PoolFuture<?> ran = submit(defaults, callable, task);
    given.stopWith(interrupt -> ran.cancel(interrupt));
    var unused =
        ran.whenComplete(
            (_, thrown) -> {
              if (thrown == null) {
                given.complete(result);
              } else {
                given.completeExceptionally(thrown);
              }
            });
    return given;
  }

  private <T extends @Nullable Object> PoolFuture<T> submit(
      TaskOptions options, Callable<T> callable, Object toSend) {
    checkOpen();
    Call<T> call = new Call<>(options, engine.owner(), callable, toSend);
    PoolFuture<T> future = call.future();
    future.stopWith(interrupt -> engine.stop(call, interrupt));
    call.forgetStopWith(call.owner.onStop(() -> future.cancel(true)));
    engine.add(call);
    return future;
  }

  private void checkOpen() {
    synchronized (lock) {
      if (closed) {
        throw new RejectedExecutionException("The pool is closed and takes no more tasks");
      }
    }
  }

  /** Has a task done for what it does; what it throws is printed as errors of threads are. */
  @Override
  public void execute(Runnable task) {
    var unused =
        submit(task)
            .whenComplete(
                (_, thrown) -> {
                  if (thrown != null && !(thrown instanceof CancellationException)) {
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
                  }
                });
  }

  @Override
  public <T extends @Nullable Object> T apply(SerializableCallable<T> task)
      throws InterruptedException {
    PoolFuture<T> future = submit(task);
    try {
      return future.result();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  private Mapping mapping(Iterable<?> items, TaskFunction<?, ?> function, int chunkSize) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(function, "function");
    if (chunkSize < 1) {
      throw new IllegalArgumentException("A chunk has at least one item: " + chunkSize);
    }
    checkOpen();
    return new Mapping(engine, defaults, items, function, chunkSize);
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function)
      throws InterruptedException {
    return map(items, 1, function);
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Iterable<? extends A> items, int chunkSize, TaskFunction<? super A, ? extends R> function)
      throws InterruptedException {
    Mapping mapping = mapping(items, function, chunkSize);
    hold();
    try {
      return collect(mapping);
    } finally {
      release();
    }
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> PoolFuture<List<R>> mapAsync(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function) {
    Mapping mapping = mapping(items, function, 1);
    PoolFuture<List<R>> future = new PoolFuture<>();
    future.setRunning(true);
    future.stopWith(
        interrupt -> {
          mapping.cancel();
          return true;
        });
    hold();
    Thread.ofVirtual()
        .name("pool-map")
        .start(() -> mapping.owner().run(() -> collectInto(mapping, future)));
    return future;
  }

  private <R extends @Nullable Object> void collectInto(
      Mapping mapping, PoolFuture<List<R>> future) {
    List<R> results = null;
    Throwable problem = null;
    try {
      results = collect(mapping);
    } catch (Throwable e) { // belongs to whoever asks for the result
      problem = e;
    } finally {
      release();
    }
    if (results != null) {
      future.complete(results);
    } else {
      future.completeExceptionally(problem == null ? new CancellationException() : problem);
    }
  }

  /** Feeds a mapping and returns its results in order. */
  private static <R extends @Nullable Object> List<R> collect(Mapping mapping)
      throws InterruptedException {
    List<Mapping.Done> all = new ArrayList<>();
    boolean whole = false;
    try {
      boolean more = true;
      while (more) {
        mapping.fill(Integer.MAX_VALUE);
        List<Mapping.Done> taken = mapping.take(Long.MAX_VALUE);
        all.addAll(taken);
        more = !taken.isEmpty() || !mapping.isExhausted();
      }
      whole = true;
    } catch (TimeoutException e) {
      throw new IllegalStateException("An endless wait is over", e);
    } finally {
      if (whole) {
        mapping.finished();
      } else {
        mapping.cancel();
      }
    }
    return joined(all);
  }

  @SuppressWarnings("unchecked") // results are of the type that the function gives
  private static <R extends @Nullable Object> List<R> joined(List<Mapping.Done> all) {
    all.sort(Comparator.comparingInt(Mapping.Done::first));
    List<R> results = new ArrayList<>();
    for (Mapping.Done row : all) {
      for (Object each : row.results()) {
        if (each instanceof Failure(Throwable thrown)) {
          throw Unchecked.<RuntimeException>raise(thrown);
        }
        results.add((R) each);
      }
    }
    return results;
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> Results<R> mapLazily(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function) {
    return new Results<>(mapping(items, function, 1), true);
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> Results<R> mapUnordered(
      Iterable<? extends A> items, TaskFunction<? super A, ? extends R> function) {
    return new Results<>(mapping(items, function, 1), false);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    return Futures.all(this, tasks, Long.MAX_VALUE);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return Futures.all(this, tasks, unit.toNanos(timeout));
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return Futures.any(this, tasks, Long.MAX_VALUE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("An endless wait is over", e);
    }
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Futures.any(this, tasks, unit.toNanos(timeout));
  }

  private void hold() {
    synchronized (lock) {
      open++;
    }
  }

  private void release() {
    boolean last;
    synchronized (lock) {
      open--;
      last = closed && open == 0;
    }
    if (last) {
      engine.finish();
    }
  }

  @Override
  public void shutdown() {
    boolean last;
    synchronized (lock) {
      closed = true;
      last = open == 0;
    }
    if (last) {
      engine.finish();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    List<Runnable> undone = new ArrayList<>();
    for (Job job : engine.stopAll()) {
      job.failed(new CancellationException("The pool was shut down"));
      if (job instanceof Call<?> call) {
        undone.add(call::run);
      }
    }
    engine.finish();
    return undone;
  }

  @Override
  public void terminate() {
    shutdown();
    engine.terminate();
  }

  @Override
  public boolean isShutdown() {
    synchronized (lock) {
      return closed;
    }
  }

  @Override
  public boolean isTerminated() {
    return engine.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return engine.awaitTermination(Duration.ofNanos(unit.toNanos(timeout)));
  }

  @Override
  public void close() {
    shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        shutdownNow();
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
