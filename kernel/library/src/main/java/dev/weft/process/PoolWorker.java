package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.Child;
import dev.weft.process.child.ChildEnd;
import dev.weft.process.child.ChildListener;
import dev.weft.process.child.Children;
import dev.weft.process.child.Owner;
import dev.weft.process.ship.Parcel;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A worker process of a pool.
 *
 * <p>The engine's lock guards the fields below that mark; the worker's own lock keeps what is sent
 * in the order in which it was chosen, and is taken first.
 */
final class PoolWorker implements ChildListener {

  /** The task that a worker does before all others. */
  private static final long FIRST = 0;

  private final ProcessEngine engine;
  private final Parcel initializer;
  private final Owner owner;
  private final ReentrantLock sending = new ReentrantLock();
  private final Set<Long> functions = new HashSet<>();
  private volatile @Nullable Child child;

  // Guarded by the lock of the engine.

  /** What it has been sent and not answered, the oldest first: that one it does now. */
  final Map<Long, Sent> sent = new LinkedHashMap<>();

  private long lastTask = FIRST;
  int tasks;
  boolean ready;
  boolean retiring;
  boolean terminated;
  boolean killed;

  /** A job on its way, and when it left. */
  record Sent(Job job, long nanos) {}

  PoolWorker(ProcessEngine engine, Parcel initializer, Owner owner) {
    this.engine = engine;
    this.initializer = initializer;
    this.owner = owner;
  }

  /**
   * Starts the process, unless the engine has given the worker up meanwhile.
   *
   * @return whether it was one that had been started in advance
   */
  boolean start() {
    sending.lock();
    try {
      Child taken = Children.here().take(engine.settings());
      child = taken;
      taken.setLabel("pool worker");
      taken.assign(this);
      taken.run(FIRST, initializer, owner, false);
      if (engine.hasCondemned(this)) {
        taken.kill();
      }
      return taken.wasSpare();
    } catch (IOException | ChildStartException e) {
      engine.notStarted(this, e);
      return false;
    } finally {
      sending.unlock();
    }
  }

  /** Sends the jobs that the engine has for this worker. */
  void sendAll() {
    sending.lock();
    try {
      Child own = Objects.requireNonNull(child);
      for (Job job = engine.pick(this); job != null; job = engine.pick(this)) {
        send(own, job, lastTask);
      }
    } finally {
      sending.unlock();
    }
  }

  /** Sends a job if this worker has nothing to do; returns whether it did. */
  boolean sendIfIdle(Job job) {
    sending.lock();
    try {
      boolean idle = engine.assignIfIdle(this, job);
      if (idle) {
        send(Objects.requireNonNull(child), job, lastTask);
      }
      return idle;
    } finally {
      sending.unlock();
    }
  }

  /** Sends a job that this worker alone can do, before all that the engine has for it. */
  void sendNow(Job job) {
    sending.lock();
    try {
      Child own = child;
      if (own != null && engine.assign(this, job)) {
        send(own, job, lastTask);
      }
    } finally {
      sending.unlock();
    }
  }

  /**
   * Returns whether it may have a job: one at a time, and one more in advance where both are short;
   * called with the engine's lock.
   */
  boolean canTake(Job job) {
    if (!ready || retiring || terminated) {
      return false;
    }
    boolean advance =
        sent.size() == 1
            && job.isShort()
            && sent.values().stream().allMatch(each -> each.job().isShort());
    return sent.isEmpty() || advance;
  }

  /** Takes a job over and returns its number; called with the engine's lock. */
  long take(Job job) {
    sent.put(++lastTask, new Sent(job, System.nanoTime()));
    tasks += job.size();
    return lastTask;
  }

  /** Returns the jobs that it has; called with the engine's lock. */
  List<Job> jobs() {
    return sent.values().stream().map(Sent::job).toList();
  }

  /** Marks a worker that is to be ended at once; called with the engine's lock. */
  void condemn() {
    terminated = true;
    killed = true;
  }

  private void send(Child to, Job job, long task) {
    Parcel parcel = engine.parcel(this, task, job);
    if (parcel == null) {
      return;
    }
    job.queued.end();
    job.started();
    if (job instanceof Row row) {
      RowFunction.Sent function = row.function();
      if (functions.add(function.number())) {
        to.keep(function.number(), Objects.requireNonNull(function.parcel()));
      }
      to.call(task, function.number(), parcel, job.owner);
    } else {
      to.run(task, parcel, job.owner, false);
    }
  }

  /** Lets the process forget a function that it was sent. */
  void forget(long function) {
    sending.lock();
    try {
      Child own = child;
      if (functions.remove(function) && own != null) {
        own.forget(function);
      }
    } finally {
      sending.unlock();
    }
  }

  /** Interrupts a task. */
  void cancel(long task) {
    Child own = child;
    if (own != null) {
      own.cancel(task);
    }
  }

  /** Lets the process go that has nothing to do any more. */
  void leave() {
    sending.lock();
    try {
      Child own = child;
      if (own != null && engine.hasCondemned(this)) {
        own.kill();
      } else if (own != null) {
        own.end();
      }
    } finally {
      sending.unlock();
    }
  }

  void kill() {
    Child own = child;
    if (own != null) {
      own.kill();
    }
  }

  /** Returns what it is called in messages. */
  String label() {
    Child own = child;
    return own == null ? "A worker" : "A worker process (pid " + own.process().pid() + ")";
  }

  @Override
  public void answered(long task, Answer answer) {
    if (task == FIRST) {
      engine.initialized(this, answer);
    } else {
      engine.answered(this, task, answer);
    }
  }

  @Override
  public void ended(ChildEnd how) {
    engine.ended(this, how);
  }
}
