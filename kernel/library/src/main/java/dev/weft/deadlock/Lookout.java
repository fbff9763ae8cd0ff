package dev.weft.deadlock;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks for new deadlocks again and again, at little cost; for kernels, which do so while a cell
 * hangs.
 *
 * <pre>{@code
 * var lookout = new Lookout();
 * lookout.look()      // those that have come since it looked last
 * }</pre>
 *
 * <p>Platform threads are asked for each time, which takes well below a millisecond. Where there
 * may be deadlocks of virtual threads or of locks that processes share, a dump of all threads is
 * taken, once a second at most and so that it takes a twentieth of the time at most. For one
 * thread.
 */
public final class Lookout {

  private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);
  private static final int SHARE = 20;

  private final Set<Long> knownThreads = new HashSet<>();
  private final Set<Party> known = new HashSet<>();
  private long next = System.nanoTime();

  /** Makes one that knows of no deadlock yet. */
  public Lookout() {}

  /**
   * Returns the deadlocks that it has not returned before.
   *
   * @throws IllegalStateException if this JVM can't tell of its threads
   */
  public List<Deadlock> look() {
    long now = System.nanoTime();
    boolean due = now - next >= 0 && Deadlocks.haveOthers();
    if (!due && !hasNewRing()) {
      return List.of();
    }
    List<Deadlock> fresh = new ArrayList<>();
    for (Deadlock each : Deadlocks.find()) {
      if (known.addAll(each.threads())) {
        fresh.add(each);
      }
    }
    long end = System.nanoTime();
    next = end + Math.max(SHORTEST, SHARE * (end - now));
    return fresh;
  }

  private boolean hasNewRing() {
    long[] threads = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    boolean fresh = false;
    for (long each : threads == null ? new long[0] : threads) {
      fresh |= knownThreads.add(each);
    }
    return fresh;
  }
}
