package dev.weft.gil;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads that have the lock while they run a task, and not while they wait for one. */
final class GilPool extends ThreadPoolExecutor {

  private final Runnable onEnd;

  GilPool(GilLock lock, int threads, Runnable onEnd) {
    super(threads, threads, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), factory(lock));
    this.onEnd = onEnd;
  }

  private static ThreadFactory factory(GilLock lock) {
    AtomicInteger number = new AtomicInteger();
    return body -> new GilThread(lock, body, "gil-" + number.getAndIncrement());
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
