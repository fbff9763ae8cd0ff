package dev.weft.process;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Ends tasks that take too long or that nobody wants any more, with their worker if need be. */
final class TaskEnder {

  /** How long a task may take to end after an interrupt. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Lock lock;

  /**
   * Makes one for the workers of an engine.
   *
   * @param lock the engine's, which guards what workers have
   */
  TaskEnder(Lock lock) {
    this.lock = lock;
  }

  /** Sees to the time limit of a task, which begins now. */
  void watch(PoolWorker worker, long task, Job job) {
    job.options.timeout().ifPresent(limit -> after(limit, () -> expire(worker, task, limit)));
  }

  private static void after(Duration delay, Runnable action) {
    CompletableFuture.delayedExecutor(Waits.nanos(delay), TimeUnit.NANOSECONDS).execute(action);
  }

  private void expire(PoolWorker worker, long task, Duration limit) {
    Job job = condemned(worker, task);
    if (job != null) {
      job.failed(new TimeoutException("The task took longer than " + limit + " and was ended"));
      worker.kill();
    }
  }

  /** Interrupts a job if that worker has it; called with the lock. */
  boolean interrupt(PoolWorker worker, Job job) {
    for (Map.Entry<Long, PoolWorker.Sent> each : worker.sent.entrySet()) {
      if (each.getValue().job().equals(job)) {
        long task = each.getKey();
        worker.cancel(task);
        after(GRACE, () -> killIfBusy(worker, task));
        return true;
      }
    }
    return false;
  }

  private void killIfBusy(PoolWorker worker, long task) {
    if (condemned(worker, task) != null) {
      worker.kill();
    }
  }

  /**
   * Returns the job of a worker that is to be ended for it, or null if the worker has it no more.
   */
  private @Nullable Job condemned(PoolWorker worker, long task) {
    lock.lock();
    try {
      PoolWorker.Sent sent = worker.sent.get(task);
      if (sent == null) {
        return null;
      }
      sent.job().stopped = true;
      worker.killed = true;
      return sent.job();
    } finally {
      lock.unlock();
    }
  }
}
