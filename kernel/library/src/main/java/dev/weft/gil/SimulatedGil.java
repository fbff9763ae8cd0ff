package dev.weft.gil;

import dev.weft.chart.TimelineChart.State;
import dev.weft.step.StepObserver;
import dev.weft.step.Steps;
import dev.weft.thread.IndexedTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on threads as CPython does: one at a time, under a global interpreter lock.
 *
 * <pre>{@code
 * var gil = new SimulatedGil();                    // a switch interval of 5 ms
 * gil.run(4, i -> fib(32))                         // no faster than one after another
 * gil.run(4, i -> gil.sleep(Duration.ofMillis(100)))  // as fast as one: who sleeps lets go
 *
 * try (var pool = gil.newThreadPool(4)) {          // an ExecutorService like any other
 *   pool.submit(() -> fib(32));
 * }
 * }</pre>
 *
 * <p>What is as in CPython: a thread that waits for the lock asks for it after the switch interval;
 * the holder lets go at its next <em>check</em> and goes on when another thread has had the lock;
 * sleeping and blocking calls let go at once.
 *
 * <p>What is simulated: the lock is an ordinary lock of this class, and only the tasks given to it
 * obey it. CPython checks between instructions of its bytecode. Here, in a notebook, all code of
 * cells has checks where methods begin, where loops turn, and where fields and array elements are
 * read or written; so {@code n++} can lose updates, as a switch may fall between its read and its
 * write. (CPython up to 3.9 could switch there too; later versions look only where loops turn and
 * functions begin, so that it takes a call between read and write to see it.) Outside a notebook,
 * and in code of libraries, the only checks are calls of {@link #step}.
 *
 * <p>{@link #sleep} and {@link #blocking} let go at once. A plain {@code Thread.sleep}, a wait or a
 * contended lock is noticed by those who wait for the lock, after the switch interval; the sleeper
 * asks for the lock again at its next check. Blocking reads of files and sockets look to Java like
 * running: they keep the lock unless they are wrapped in {@link #blocking}, as C code does that
 * forgets to let go.
 *
 * <p>Instances have nothing to do with each other. Any thread may call the methods.
 */
public final class SimulatedGil {

  private static final Duration DEFAULT_INTERVAL = Duration.ofMillis(5);

  private final GilLock lock;

  /** Makes a lock with CPython's switch interval of 5 milliseconds. */
  public SimulatedGil() {
    this(DEFAULT_INTERVAL);
  }

  /**
   * Makes a lock with a switch interval of one's own, as {@code sys.setswitchinterval} sets.
   *
   * @throws IllegalArgumentException if the interval is not above zero
   */
  public SimulatedGil(Duration switchInterval) {
    this(nanos(switchInterval), GilTime.SYSTEM);
  }

  SimulatedGil(long interval, GilTime time) {
    lock = new GilLock(interval, time);
  }

  private static long nanos(Duration interval) {
    Objects.requireNonNull(interval, "The switch interval is null");
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("The switch interval [" + interval + "] is not above 0");
    }
    return TimeUnit.NANOSECONDS.convert(interval);
  }

  /** Returns how long a thread waits for the lock before it asks for it. */
  public Duration switchInterval() {
    return Duration.ofNanos(lock.intervalNanos());
  }

  /**
   * Runs a task on each of several threads, named {@code thread-0} and so on, and waits until all
   * have ended. When the caller is interrupted, so are the threads.
   *
   * @return what they did, as a chart
   * @throws ExecutionException if tasks have thrown; its cause is what the first of them, by
   *     number, has thrown; what others have thrown is suppressed in it
   * @throws IllegalArgumentException if the count is negative
   */
  public GilRun run(int count, IndexedTask task) throws InterruptedException, ExecutionException {
    Objects.requireNonNull(task, "The threads' task is null");
    if (count < 0) {
      throw new IllegalArgumentException("Can't run [" + count + "] threads: that is below 0");
    }
    lock.clear();
    long start = lock.nanos();
    long before = lock.switches();
    Runnable end = Steps.observe(checks());
    try {
      List<Job> jobs = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        jobs.add(start(i, task));
      }
      await(jobs);
    } finally {
      end.run();
    }
    return lock.since(start, before);
  }

  /** A thread and how it ends. */
  private record Job(GilThread thread, FutureTask<Integer> end) {}

  private Job start(int index, IndexedTask task) {
    FutureTask<Integer> end =
        new FutureTask<>(
            () -> {
              task.run(index);
              return index;
            });
    GilThread thread = new GilThread(lock, () -> runInside(end), "thread-" + index);
    thread.start();
    return new Job(thread, end);
  }

  private static void runInside(FutureTask<Integer> task) {
    GilThread me = (GilThread) Thread.currentThread();
    me.enter();
    try {
      task.run();
    } finally {
      me.exit(null);
    }
  }

  private static void await(List<Job> jobs) throws InterruptedException, ExecutionException {
    try {
      for (Job each : jobs) {
        each.thread().join();
      }
    } catch (InterruptedException e) {
      jobs.forEach(each -> each.thread().interrupt());
      throw e;
    }
    ExecutionException first = null;
    for (Job each : jobs) {
      try {
        Object unused = each.end().get();
      } catch (ExecutionException e) {
        if (first == null) {
          first = new ExecutionException(each.thread().getName() + " has failed", e.getCause());
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * Returns a pool of that many threads, each of which has the lock while it runs a task and not
   * while it waits for one. Close it; {@link #latest} tells what its threads did.
   *
   * @throws IllegalArgumentException if there is to be less than one thread
   */
  public ExecutorService newThreadPool(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A pool of [" + threads + "] threads runs nothing");
    }
    lock.clear();
    return new GilPool(lock, threads, Steps.observe(checks()));
  }

  /**
   * Returns what threads did under this lock since {@link #run} or {@link #newThreadPool} was last
   * called, until now; its time begins with the first of them.
   */
  public GilRun latest() {
    return lock.latest();
  }

  private StepObserver checks() {
    return new StepObserver() {
      @Override
      public void check() {
        step();
      }

      @Override
      public void writes(String what, @Nullable Object value) {
        step();
      }

      @Override
      public void reads(String what) {
        step();
      }
    };
  }

  /**
   * Lets other threads go on if they have asked for it, as happens between CPython's instructions;
   * nothing on a thread that is not this lock's.
   */
  public void step() {
    if (lock.isWanted() && GilThread.current(lock) != null) {
      lock.check();
    }
  }

  /**
   * Sleeps without the lock, as {@code time.sleep} does; on a thread that is not this lock's, just
   * sleeps.
   */
  public void sleep(Duration time) throws InterruptedException {
    without(
        State.SLEEPING,
        () -> {
          Thread.sleep(time);
          return time;
        });
  }

  /**
   * Does something without the lock, as blocking input and output does, and takes it again after.
   *
   * @return what the call returns
   * @throws E what the call throws
   */
  public <T, E extends Exception> T blocking(BlockingCall<T, E> call) throws E {
    Objects.requireNonNull(call, "The blocking call is null");
    return without(State.IO, call);
  }

  private <T, E extends Exception> T without(State state, BlockingCall<T, E> call) throws E {
    GilThread me = GilThread.current(lock);
    if (me == null) {
      return call.call();
    }
    me.exit(state);
    try {
      return call.call();
    } finally {
      me.enter();
    }
  }

  /** Returns how many threads wait for the lock now. */
  int waiting() {
    return lock.waiting();
  }

  /** Returns whether a thread that holds the lock is asked to let go. */
  boolean isWanted() {
    return lock.isWanted();
  }
}
