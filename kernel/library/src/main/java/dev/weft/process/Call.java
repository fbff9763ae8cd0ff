package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.Owner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A single task, whose result goes to a future. */
final class Call<T extends @Nullable Object> extends Job {

  private final Callable<T> task;
  private final Object toSend;
  private final PoolFuture<T> future = new PoolFuture<>();
  private final AtomicBoolean settled = new AtomicBoolean();
  private volatile Runnable forgetStop = () -> {};

  /**
   * Makes a job of a task.
   *
   * @param toSend the task as the user gave it, a {@link Callable} or a {@link Runnable}
   */
  Call(TaskOptions options, Owner owner, Callable<T> task, Object toSend) {
    super(options, owner);
    this.task = task;
    this.toSend = toSend;
  }

  /** Says what to do first when it is settled; before anybody else sees it. */
  void forgetStopWith(Runnable action) {
    forgetStop = action;
  }

  PoolFuture<T> future() {
    return future;
  }

  @Override
  Object toSend() {
    return toSend;
  }

  @Override
  int size() {
    return 1;
  }

  @Override
  void weighed(long bytes) {}

  @Override
  boolean isShort() {
    return false;
  }

  @Override
  boolean isBound() {
    return false;
  }

  @Override
  void started() {
    future.setRunning(true);
  }

  @Override
  void takenBack() {
    future.setRunning(false);
  }

  @Override
  void run() {
    started();
    try {
      T value = task.call();
      settle(() -> future.complete(value));
    } catch (Throwable e) { // also errors: they belong to whoever asks for the result
      failed(e);
    }
  }

  @Override
  @Nullable Job answered(Answer answer, long nanos) {
    try {
      T value = Outcomes.get(answer);
      settle(() -> future.complete(value));
    } catch (ExecutionException e) {
      failed(e.getCause() == null ? e : e.getCause());
    }
    return null;
  }

  @Override
  void failed(Throwable thrown) {
    settle(() -> future.completeExceptionally(thrown));
  }

  /** What depends on the future is user code, which may take its time. */
  private void settle(Runnable completion) {
    if (!settled.compareAndSet(false, true)) {
      return;
    }
    queued.end();
    forgetStop.run();
    if (future.getNumberOfDependents() == 0) {
      completion.run();
    } else {
      Thread.ofVirtual().name("pool-callback").start(() -> owner.run(completion));
    }
  }
}
