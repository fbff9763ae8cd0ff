package dev.weft.front.remote;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends runs that take too long; a daemon thread, {@code time-limit}, belongs to it. */
final class RunTimer {

  private final Duration limit;
  private final ScheduledThreadPoolExecutor executor;

  RunTimer(Duration limit) {
    this.limit = limit;
    executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("time-limit").factory());
    executor.setRemoveOnCancelPolicy(true);
  }

  Duration limit() {
    return limit;
  }

  /** Begins to measure; what is returned ends that. */
  ScheduledFuture<?> start(Runnable tooLate) {
    return executor.schedule(tooLate, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  void close() {
    executor.shutdownNow();
  }
}
