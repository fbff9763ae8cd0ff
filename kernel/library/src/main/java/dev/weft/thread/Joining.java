package dev.weft.thread;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Waits for threads, with the mistakes told that {@link Thread#join()} takes in silence. */
final class Joining {

  private Joining() {}

  static List<Thread> checked(Collection<? extends Thread> threads) {
    Objects.requireNonNull(threads, "The list of threads to wait for is null");
    for (Thread each : threads) {
      check(each);
    }
    return List.copyOf(threads);
  }

  static void check(Thread thread) {
    Objects.requireNonNull(thread, "A thread to wait for is null");
    if (thread == Thread.currentThread()) {
      throw new IllegalThreadStateException(
          Threads.described(thread) + " can't wait for itself: it would never end");
    }
    if (thread.getState() == Thread.State.NEW) {
      throw new IllegalThreadStateException(
          Threads.described(thread) + " was not started: call start() before join");
    }
  }

  static boolean join(List<Thread> threads, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(timeout, "The time to wait is null");
    long limit = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
    long start = System.nanoTime();
    for (Thread each : threads) {
      long left = limit - (System.nanoTime() - start);
      if (!each.join(Duration.ofNanos(Math.max(0, left)))) {
        return false;
      }
    }
    return true;
  }
}
