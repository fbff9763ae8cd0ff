package dev.weft.gil;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads that have the lock while they run a task, and not while they wait for one. */
final class GilPool extends ThreadPoolExecutor {

  private final Runnable onEnd;

  GilPool(GilLock lock, int threads, Runnable onEnd) {
    AtomicInteger number = new AtomicInteger();
    super(
        threads,
        threads,
        0,
        TimeUnit.NANOSECONDS,
        new LinkedBlockingQueue<>(),
        body -> new GilThread(lock, body, "gil-" + number.getAndIncrement()));
    this.onEnd = onEnd;
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    ((GilThread) thread).enter();
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    ((GilThread) Thread.currentThread()).exit(null);
  }

  @Override
  protected void terminated() {
    onEnd.run();
  }
}
