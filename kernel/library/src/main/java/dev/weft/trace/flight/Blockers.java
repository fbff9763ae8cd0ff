package dev.weft.trace.flight;

import java.util.List;

/** What threads park at, by class name. */
final class Blockers {

  /** What a virtual thread is said to wait for that keeps its carrier meanwhile. */
  static final String PINNED = "pinned to its carrier";

  /** Locks of java.util.concurrent that one thread or a few hold; others are waits. */
  private static final List<String> LOCKS =
      List.of("ReentrantLock$", "ReentrantReadWriteLock$", "Semaphore$", "StampedLock");

  private Blockers() {}

  static Doing doing(String className) {
    return LOCKS.stream().anyMatch(className::contains) ? Doing.LOCK : Doing.WAIT;
  }
}
