package dev.weft.deadlock;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who has which lock.
 *
 * <p>A dump tells it of monitors. Of locks of {@code java.util.concurrent} the JVM tells it through
 * a platform thread that waits for them. Where only virtual threads wait for a lock, a platform
 * thread of our own joins them for an instant; that takes a variable that holds the lock.
 */
final class LockOwners {

  private static final Duration LONGEST_PROBE = Duration.ofSeconds(2);

  private static final long LOOK_NANOS = 500_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Long> owners = new HashMap<>();

  LockOwners(List<ThreadSeen> dump) {
    for (ThreadSeen each : dump) {
      each.owned().forEach(monitor -> owners.put(monitor, each.id()));
    }
    long[] platform =
        dump.stream().filter(each -> !each.virtual()).mapToLong(ThreadSeen::id).toArray();
    for (@Nullable ThreadInfo info : threads.getThreadInfo(platform)) {
      note(info);
    }
  }

  private @Nullable LockInfo note(@Nullable ThreadInfo info) {
    LockInfo lock = info == null ? null : info.getLockInfo();
    if (info != null && lock != null && info.getLockOwnerId() > 0) {
      owners.putIfAbsent(lock.toString(), info.getLockOwnerId());
      return lock;
    }
    return null;
  }

  /** Returns the number of the thread that has the lock, null if it is not known. */
  @Nullable Long owner(String lock) {
    return owners.get(lock);
  }

  /** Finds out who has the named locks for which somebody waits. */
  void probe(LockNames names) {
    names
        .locks()
        .forEach(
            (name, lock) -> {
              if (lock.isLocked() && lock.hasQueuedThreads()) {
                probe(name, lock, names);
              }
            });
  }

  private void probe(String name, ReentrantLock lock, LockNames names) {
    Thread probe = Thread.ofPlatform().daemon().name("lock-probe").start(() -> waitShortly(lock));
    long deadline = System.nanoTime() + LONGEST_PROBE.toNanos();
    LockInfo found = null;
    while (found == null && probe.isAlive() && System.nanoTime() < deadline) {
      found = note(threads.getThreadInfo(probe.threadId()));
      LockSupport.parkNanos(LOOK_NANOS);
    }
    probe.interrupt();
    if (found != null && found.getClassName().contains("ReentrantLock")) {
      names.bind(found.toString(), name);
    }
  }

  private static void waitShortly(ReentrantLock lock) {
    try {
      if (lock.tryLock(LONGEST_PROBE.toNanos(), TimeUnit.NANOSECONDS)) {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      // enough was seen
    }
  }
}
