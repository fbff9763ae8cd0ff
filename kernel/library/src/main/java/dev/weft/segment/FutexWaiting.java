package dev.weft.segment;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps by {@link Futex}.
 *
 * <p>A call from a virtual thread would keep its carrier. So a thread of a small pool makes the
 * call, and the virtual one parks; those for which the pool has no thread look again after short
 * times.
 */
final class FutexWaiting implements Waiting {

  private static final int POOL = 16;
  private static final long KEEP_SECONDS = 5;

  private final Futex futex;
  private final TimedWaiting others = new TimedWaiting();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          0,
          POOL,
          KEEP_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Threads.daemon("weft-waiter", task));

  FutexWaiting(Futex futex) {
    this.futex = futex;
  }

  @Override
  public void await(WaitWord word, int expected, long nanos) {
    if (!Thread.currentThread().isVirtual()) {
      futex.await(word.address(), expected, nanos);
      return;
    }
    Errand errand = new Errand(futex, word, expected, nanos);
    try {
      pool.execute(errand);
    } catch (RejectedExecutionException e) {
      others.await(word, expected, nanos);
      return;
    }
    errand.await();
  }

  @Override
  public void wake(WaitWord word, int threads) {
    futex.wake(word.address(), threads);
    others.wake(word, threads);
  }

  /** One sleep on behalf of a virtual thread. */
  private static final class Errand implements Runnable {
    private final Futex futex;
    private final WaitWord word;
    private final int expected;
    private final long nanos;
    private final Thread owner = Thread.currentThread();
    private volatile boolean done;
    private volatile boolean left;

    Errand(Futex futex, WaitWord word, int expected, long nanos) {
      this.futex = futex;
      this.word = word;
      this.expected = expected;
      this.nanos = nanos;
    }

    @Override
    public void run() {
      futex.await(word.address(), expected, nanos);
      done = true;
      LockSupport.unpark(owner);
      if (left) {
        word.wake(1); // it may have been woken for one that went away
      }
    }

    void await() {
      while (!done) {
        LockSupport.park(this);
        if (Thread.currentThread().isInterrupted()) {
          left = true;
          return;
        }
      }
    }
  }
}
