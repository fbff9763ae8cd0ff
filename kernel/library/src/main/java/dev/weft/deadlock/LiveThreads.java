package dev.weft.deadlock;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The platform threads of this JVM. */
final class LiveThreads {

  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  /** How the names of threads begin that wait in the name of others. */
  private static final String LIBRARY = "weft-";

  /** How those of the flight recorder begin. */
  private static final String RECORDER = "JFR ";

  /** Wakes virtual threads after a time. */
  private static final String SCHEDULER = "ForkJoinPool-1-delayScheduler";

  private LiveThreads() {}

  static List<Thread> all() {
    ThreadGroup root = Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 64];
    int count = root.enumerate(threads);
    while (count == threads.length) {
      threads = new Thread[2 * count];
      count = root.enumerate(threads);
    }
    return Arrays.asList(threads).subList(0, count);
  }

  /** Returns whether the thread is the JVM's or the library's own, or carries virtual threads. */
  static boolean isOfSystem(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null
        || group.getParent() == null
        || group.getName().equals("InnocuousThreadGroup")
        || thread.getName().startsWith(LIBRARY)
        || thread.getName().startsWith(RECORDER)
        || thread.getName().equals(SCHEDULER)
        || isCarrier(thread);
  }

  private static boolean isCarrier(Thread thread) {
    return thread.getClass().getName().equals(CARRIER);
  }

  /** Returns whether virtual threads have been at work lately. */
  static boolean haveVirtual() {
    return all().stream().anyMatch(LiveThreads::isCarrier);
  }
}
