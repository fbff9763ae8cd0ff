package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.ChildEnd;
import dev.weft.process.child.ChildSettings;
import dev.weft.process.child.Children;
import dev.weft.process.child.Owner;
import dev.weft.process.ship.FirstParcel;
import dev.weft.process.ship.OwnVariables;
import dev.weft.process.ship.Parcel;
import dev.weft.trace.Activity;
import dev.weft.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Worker processes.
 *
 * <p>Data flow: {@code add} puts a job into the queue; a worker that is free picks it ({@link
 * #pick}) and is sent it by the thread that found out; the thread that reads from the worker brings
 * the answer ({@link #answered}) or the worker's death ({@link #ended}), and finds the next worker
 * that is free. A worker has one job at a time, and one more in advance where both are short. Jobs
 * that find no worker have more of them started, by a thread of its own ({@link #grow}).
 *
 * <p>Lock order: a worker's sending lock before this engine's.
 */
final class ProcessEngine implements Engine {

  /** How long jobs wait for the workers that there are before a JVM is started for them. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(5);

  private final PoolOptions options;
  private final Owner creator;
  private final Parcel initializer;

  /** The variables that the initializer has set in each worker. */
  private final OwnVariables own;

  private final AtomicLong functions = new AtomicLong();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TaskEnder ender = new TaskEnder(lock);

  // Guarded by the lock.
  private final JobQueue queue = new JobQueue();
  private final Crew crew;
  private boolean growing;
  private boolean finishing;
  private boolean terminated;
  private @Nullable Throwable broken;

  ProcessEngine(PoolOptions options) {
    this.options = options;
    crew = new Crew(options.size());
    creator = owner();
    SerializableRunnable nothing = () -> {};
    FirstParcel first = Parcels.first(options.initializer().orElse(nothing));
    initializer = first.parcel().detached();
    own = first.own();
  }

  ChildSettings settings() {
    return options.children().settings();
  }

  @Override
  public int size() {
    return options.size();
  }

  @Override
  public Owner owner() {
    return Children.here().host().owner();
  }

  @Override
  public RowFunction.Sent send(RowFunction function) {
    Parcel parcel = Parcels.pack(function, "The function", own).detached();
    return new RowFunction.Sent(function, functions.incrementAndGet(), parcel);
  }

  @Override
  public void forget(RowFunction.Sent function) {
    for (PoolWorker each : locked(crew::all)) {
      each.forget(function.number());
    }
  }

  @Override
  public void add(Job job) {
    Parcel parcel = Parcels.of(job, own);
    if (!parcel.arrays().isEmpty()) {
      if (isSentAtOnce(job)) {
        return;
      }
      job.parcel = parcel.detached();
    }
    lock.lock();
    try {
      if (broken != null) {
        throw new RejectedExecutionException("The pool is broken: " + broken.getMessage(), broken);
      }
      if (terminated) {
        throw new RejectedExecutionException("The pool was terminated");
      }
      job.queued = Trace.begin(Activity.QUEUED, "pool");
      queue.add(job);
    } finally {
      lock.unlock();
    }
    pump();
  }

  /** Sends a job that has large arrays to a worker that is free, so that these are not copied. */
  private boolean isSentAtOnce(Job job) {
    PoolWorker free = job.options.retries() == 0 ? locked(() -> crew.freeFor(job)) : null;
    return free != null && free.sendIfIdle(job);
  }

  /** Gives a job to a worker if it has nothing to do and nothing waits; returns whether it did. */
  boolean assignIfIdle(PoolWorker worker, Job job) {
    return locked(
        () -> {
          boolean idle = queue.isEmpty() && crew.has(worker) && worker.sent.isEmpty();
          if (!idle || terminated || broken != null || !worker.canTake(job)) {
            return false;
          }
          give(worker, job);
          return true;
        });
  }

  private void locked(Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  /** Finds workers for what waits until there is no more of either. */
  private void pump() {
    for (PoolWorker free = free(); free != null; free = free()) {
      free.sendAll();
    }
    boolean grows = locked(() -> !growing && (growing = needsMore()));
    if (grows) {
      Children.startThread("pool-grows", this::grow);
    }
  }

  private @Nullable PoolWorker free() {
    lock.lock();
    try {
      Job head = queue.head();
      return head == null || terminated ? null : crew.freeFor(head);
    } finally {
      lock.unlock();
    }
  }

  private boolean needsMore() {
    return !terminated && broken == null && crew.needsMore(queue.size());
  }

  /** The body of a thread that starts workers for as long as jobs wait for them. */
  private void grow() {
    boolean patient = true;
    for (PoolWorker fresh = fresh(patient); fresh != null; fresh = fresh(patient)) {
      patient &= fresh.start();
    }
  }

  /**
   * Adds a worker that is to be started; returns null if no more are needed.
   *
   * @param patient whether to see first if the others are enough, where starting one takes long
   */
  private @Nullable PoolWorker fresh(boolean patient) {
    lock.lock();
    try {
      boolean waits = patient && !crew.isEmpty() && !Children.here().hasSpare(settings());
      long left = waits ? PATIENCE : 0;
      while (left > 0 && needsMore()) {
        left = changed.awaitNanos(left);
      }
      growing = needsMore();
      return growing ? crew.add(new PoolWorker(this, initializer, creator)) : null;
    } catch (InterruptedException e) {
      growing = false;
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Gives the next job to a worker; null where there is none for it. */
  @Nullable Job pick(PoolWorker worker) {
    lock.lock();
    try {
      Job head = queue.head();
      if (head == null || terminated || !crew.has(worker) || !worker.canTake(head)) {
        return null;
      }
      queue.remove(head);
      give(worker, head);
      return head;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns what is sent of a job that a worker has been given; what has not been packed yet, as a
   * part of a job that came back, is packed now. Returns null, and fails the job, if it can't be.
   */
  @Nullable Parcel parcel(PoolWorker worker, long task, Job job) {
    try {
      return Parcels.of(job, own);
    } catch (NotTransferableException e) {
      locked(() -> worker.sent.remove(task));
      job.failed(e);
      return null;
    }
  }

  /** Gives a job to a worker that must do it; returns whether the worker is there. */
  boolean assign(PoolWorker worker, Job job) {
    return locked(
        () -> {
          boolean there = crew.has(worker);
          if (there) {
            give(worker, job);
          }
          return there;
        });
  }

  private void give(PoolWorker worker, Job job) {
    ender.watch(worker, worker.take(job), job);
    boolean last = options.tasksPerChild() > 0 && worker.tasks >= options.tasksPerChild();
    worker.retiring |= last;
  }

  /** A worker has done what it does first. */
  void initialized(PoolWorker worker, Answer answer) {
    try {
      Object unused = Outcomes.get(answer);
      locked(
          () -> {
            worker.ready = true;
            crew.started();
          });
      settle();
    } catch (ExecutionException e) {
      giveUp(e.getCause() == null ? e : e.getCause());
    }
  }

  /** A worker has answered a task. */
  void answered(PoolWorker worker, long task, Answer answer) {
    PoolWorker.Sent sent = locked(() -> worker.sent.remove(task));
    if (sent == null) {
      return;
    }
    long nanos = System.nanoTime() - sent.nanos();
    sent.job().weighed(answer.size());
    pump();
    Job next = sent.job().answered(answer, nanos);
    if (next != null) {
      worker.sendNow(next);
    }
    settle();
  }

  /** Has what waits done, and lets workers go that have nothing to do any more. */
  private void settle() {
    pump();
    List<PoolWorker> idle = List.of();
    lock.lock();
    try {
      idle = crew.dismiss(finishing && queue.isEmpty(), options.initializer().isEmpty());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    idle.forEach(PoolWorker::leave);
  }

  /** A worker has ended, in whatever way. */
  void ended(PoolWorker worker, ChildEnd how) {
    List<Job> victims = List.of();
    boolean hopeless = false;
    lock.lock();
    try {
      hopeless = crew.lost(worker) && broken == null && !terminated;
      victims = queue.takeOver(worker);
    } finally {
      lock.unlock();
    }
    ChildDiedException death =
        new ChildDiedException(worker.label(), how.exitCode(), how.lastErrors());
    if (hopeless) {
      giveUp(new ChildStartException("No worker process could be started", death));
    }
    victims.forEach(victim -> bury(victim, death));
    settle();
  }

  /** Has a job done again whose worker has died, or fails it. */
  private void bury(Job job, ChildDiedException death) {
    if (!locked(() -> !terminated && queue.retries(job))) {
      job.failed(death);
    }
  }

  /** Returns whether a worker is to end at once. */
  boolean hasCondemned(PoolWorker worker) {
    return locked(() -> worker.killed);
  }

  /** A worker could not be started: the pool goes on with those it has, if any. */
  void notStarted(PoolWorker worker, Exception problem) {
    boolean none;
    lock.lock();
    try {
      none = crew.notStarted(worker);
    } finally {
      lock.unlock();
    }
    if (none) {
      giveUp(new ChildStartException("No worker process could be started", problem));
    }
  }

  /** Fails all jobs, now and later. */
  private void giveUp(Throwable problem) {
    locked(() -> broken = broken == null ? problem : broken);
    endAll(problem);
  }

  private void endAll(Throwable problem) {
    List<Job> all = new ArrayList<>();
    List<PoolWorker> running = List.of();
    lock.lock();
    try {
      all.addAll(queue.removeAll());
      running = crew.all();
      for (PoolWorker each : running) {
        all.addAll(each.jobs());
        each.sent.clear();
        each.condemn();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    all.forEach(job -> job.failed(problem));
    running.forEach(PoolWorker::kill);
  }

  @Override
  public boolean stop(Job job, boolean interrupt) {
    boolean stopped = false;
    lock.lock();
    try {
      stopped = queue.remove(job);
      for (PoolWorker each : interrupt && !stopped ? crew.all() : List.<PoolWorker>of()) {
        stopped |= ender.interrupt(each, job);
      }
      job.stopped |= stopped;
    } finally {
      lock.unlock();
    }
    if (stopped) {
      job.failed(new CancellationException("The task was cancelled"));
      settle();
    }
    return stopped;
  }

  @Override
  public void finish() {
    locked(() -> finishing = true);
    settle();
  }

  @Override
  public List<Job> stopAll() {
    List<Job> undone = new ArrayList<>();
    List<Job> running = new ArrayList<>();
    lock.lock();
    try {
      undone.addAll(queue.removeAll());
      crew.all().forEach(each -> running.addAll(each.jobs()));
    } finally {
      lock.unlock();
    }
    running.forEach(job -> stop(job, true));
    return undone;
  }

  @Override
  public void terminate() {
    locked(
        () -> {
          finishing = true;
          terminated = true;
        });
    endAll(new CancellationException("The pool was terminated"));
  }

  @Override
  public boolean isTerminated() {
    return locked(() -> finishing && queue.isEmpty() && crew.isEmpty());
  }

  @Override
  public boolean awaitTermination(Duration timeout) throws InterruptedException {
    long left = Waits.nanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!isTerminated()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
