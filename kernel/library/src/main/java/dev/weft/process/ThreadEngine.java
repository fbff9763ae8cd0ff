package dev.weft.process;

import dev.weft.process.child.Children;
import dev.weft.process.child.Owner;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import dev.weft.trace.flight.HelperThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads of this JVM. */
final class ThreadEngine implements Engine {

  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor timer;
  private final Map<Job, FutureTask<?>> jobs = new ConcurrentHashMap<>();

  ThreadEngine(int size, ThreadFactory factory) {
    threads =
        new ThreadPoolExecutor(
            size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform()
                .group(HelperThreads.GROUP)
                .daemon()
                .name("pool-timeouts")
                .factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public int size() {
    return threads.getMaximumPoolSize();
  }

  @Override
  public Owner owner() {
    return Children.here().host().owner();
  }

  @Override
  public RowFunction.Sent send(RowFunction function) {
    return new RowFunction.Sent(function, 0, null);
  }

  @Override
  public void forget(RowFunction.Sent function) {}

  @Override
  public void add(Job job) {
    FutureTask<?> task = new FutureTask<>(() -> run(job), null);
    jobs.put(job, task);
    job.queued = Trace.begin(Activity.QUEUED, "pool");
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      jobs.remove(job);
      throw new RejectedExecutionException("The pool is closed and takes no more tasks");
    }
  }

  private void run(Job job) {
    var expiry = job.options.timeout().map(limit -> expireAfter(job, limit));
    job.queued.end();
    Span running = Trace.begin(Activity.TASK, "task");
    try {
      job.owner.run(job::run);
    } finally {
      running.end();
      expiry.ifPresent(timeout -> timeout.cancel(false));
      jobs.remove(job);
    }
  }

  private Future<?> expireAfter(Job job, Duration limit) {
    return timer.schedule(() -> expire(job, limit), limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void expire(Job job, Duration limit) {
    job.failed(new TimeoutException("The task took longer than " + limit));
    stop(job, true);
  }

  @Override
  public boolean stop(Job job, boolean interrupt) {
    FutureTask<?> task = jobs.get(job);
    if (task == null) {
      return false;
    }
    boolean waits = threads.remove(task);
    if (!waits && !interrupt) {
      return false;
    }
    job.failed(new CancellationException("The task was cancelled"));
    task.cancel(interrupt);
    jobs.remove(job);
    return true;
  }

  @Override
  public void finish() {
    threads.shutdown();
    timer.shutdown();
  }

  @Override
  public List<Job> stopAll() {
    List<Job> undone = new ArrayList<>();
    for (Map.Entry<Job, FutureTask<?>> each : List.copyOf(jobs.entrySet())) {
      if (threads.remove(each.getValue())) {
        jobs.remove(each.getKey());
        undone.add(each.getKey());
      } else {
        each.getKey().failed(new CancellationException("The pool was shut down"));
        each.getValue().cancel(true);
      }
    }
    return undone;
  }

  @Override
  public void terminate() {
    stopAll().forEach(job -> job.failed(new CancellationException("The pool was terminated")));
    finish();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(Duration timeout) throws InterruptedException {
    return threads.awaitTermination(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }
}
