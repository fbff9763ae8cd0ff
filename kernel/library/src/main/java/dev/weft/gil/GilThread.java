package dev.weft.gil;

import dev.weft.chart.TimelineChart;
import org.jspecify.annotations.Nullable;

/** A thread that runs tasks under a lock. */
final class GilThread extends Thread {

  private final GilLock lock;

  /** Written and read by this thread alone: whether it runs a task. */
  private boolean inside;

  GilThread(GilLock lock, Runnable body, String name) {
    super(body, name);
    this.lock = lock;
  }

  /** Returns the calling thread, if it runs a task under that lock. */
  static @Nullable GilThread current(GilLock lock) {
    return Thread.currentThread() instanceof GilThread thread
            && thread.lock == lock
            && thread.inside
        ? thread
        : null;
  }

  void enter() {
    lock.take();
    inside = true;
  }

  /** Gives the lock back, and says what comes then; null for nothing. */
  void exit(TimelineChart.@Nullable State next) {
    inside = false;
    lock.drop(next);
  }
}
