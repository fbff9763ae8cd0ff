package dev.weft.segment;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Sleeps by the JDK alone: parks for short times and looks again.
 *
 * <p>Threads of the same process wake each other at once. What another process does is seen within
 * the time that a sleep has grown to: a quarter of how long it lasts already, 2 ms at most.
 */
final class TimedWaiting implements Waiting {

  private static final long FIRST = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(2);
  private static final int BUCKETS = 64;

  /** Sleepers by the address of their word. */
  private final List<ConcurrentLinkedQueue<Sleeper>> buckets =
      Stream.generate(ConcurrentLinkedQueue<Sleeper>::new).limit(BUCKETS).toList();

  private static final class Sleeper {
    final long address;
    final Thread thread = Thread.currentThread();
    volatile boolean woken;

    Sleeper(long address) {
      this.address = address;
    }
  }

  @Override
  public void await(WaitWord word, int expected, long nanos) {
    Sleeper sleeper = new Sleeper(word.address());
    var bucket = bucket(sleeper.address);
    bucket.add(sleeper);
    try {
      long start = System.nanoTime();
      long past = 0;
      while (past < nanos && !sleeper.woken && word.get() == expected && !isInterrupted()) {
        long step = Math.clamp(past / 4, FIRST, LONGEST);
        LockSupport.parkNanos(word, Math.min(step, nanos - past));
        past = System.nanoTime() - start;
      }
    } finally {
      bucket.remove(sleeper);
    }
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private ConcurrentLinkedQueue<Sleeper> bucket(long address) {
    return buckets.get((int) (((address >>> 2) ^ (address >>> 6)) % BUCKETS));
  }

  @Override
  public void wake(WaitWord word, int threads) {
    var bucket = bucket(word.address());
    if (bucket.isEmpty()) {
      return;
    }
    long address = word.address();
    int woken = 0;
    for (Sleeper each : bucket) {
      if (each.address == address && !each.woken && woken < threads) {
        each.woken = true;
        LockSupport.unpark(each.thread);
        woken++;
      }
    }
  }
}
