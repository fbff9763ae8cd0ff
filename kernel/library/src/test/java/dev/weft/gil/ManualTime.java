package dev.weft.gil;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** A clock that stands still until a test lets one interval after the other elapse. */
final class ManualTime implements GilTime {

  private final AtomicLong intervals = new AtomicLong();

  /** Lets one interval elapse for all that wait. */
  void elapse() {
    intervals.incrementAndGet();
  }

  @Override
  public long nanos() {
    return intervals.get() * 1_000_000;
  }

  /** Looks at the clock now and then, as who moves it does not hold the condition's lock. */
  @Override
  public boolean elapses(Condition condition, long nanos) throws InterruptedException {
    long before = intervals.get();
    boolean signalled = false;
    while (!signalled && intervals.get() == before) {
      signalled = condition.await(1, TimeUnit.MILLISECONDS);
    }
    return !signalled;
  }
}
