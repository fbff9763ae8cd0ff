package dev.weft.runner;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action when a cell takes too long, and never after the cell has ended.
 *
 * <p>Started and stopped by one thread; the action is run by the timer's own.
 */
final class CellTimer implements AutoCloseable {
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("cell-timer").factory());
  private final Optional<Duration> limit;
  private Optional<Future<?>> pending = Optional.empty();
  private long running;
  private boolean expired;

  CellTimer(Optional<Duration> limit) {
    this.limit = limit;
  }

  synchronized void start(Runnable onTimeout) {
    expired = false;
    long started = ++running;
    pending =
        limit.map(
            time ->
                scheduler.schedule(
                    () -> expire(started, onTimeout), time.toNanos(), TimeUnit.NANOSECONDS));
  }

  private synchronized void expire(long started, Runnable onTimeout) {
    if (started == running) {
      expired = true;
      onTimeout.run();
    }
  }

  /** Says that the cell has ended, and returns whether it had run out of time before. */
  synchronized boolean stop() {
    running++;
    pending.ifPresent(task -> task.cancel(false));
    return expired;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
