package dev.weft.process.child;

import org.jspecify.annotations.Nullable;

/** The end of a child. */
final class ChildExit {

  private ChildExit() {}

  /** Ends the JVM as it ends after {@code main}: when the other threads but daemons have ended. */
  static void exit(int status, ChildRecorder recorder) {
    for (Thread each = nextAlive(); each != null; each = nextAlive()) {
      try {
        each.join();
      } catch (InterruptedException e) {
        System.exit(status);
      }
    }
    recorder.finish();
    System.exit(status);
  }

  private static @Nullable Thread nextAlive() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread[] threads = new Thread[group.activeCount() + 8];
    int count = group.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
        return threads[i];
      }
    }
    return null;
  }
}
