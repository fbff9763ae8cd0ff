package dev.weft.trace.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks every some milliseconds at what platform threads do, on a thread of its own that takes one
 * percent of a processor at most.
 *
 * <p>It sees what the flight recorder does not tell: who has a lock of {@code
 * java.util.concurrent}, and what threads wait for that still wait at the end.
 */
final class Sampler implements Runnable, AutoCloseable {

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int SHARE = 100;
  private static final int MOST = 200_000;

  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Owners owners = new Owners();

  // Guarded by this.

  private final Map<Thread, Seen> waits = new HashMap<>();
  private long latestLook = System.nanoTime();
  private List<Happening> done = new ArrayList<>();
  private int kept;

  /** A wait that was seen at least once and goes on, as far as is known. */
  private static final class Seen {
    final Thread.State state;
    final @Nullable Object blocker;
    final long start;
    long latest;
    String kind;
    long which;
    String holder = "";

    Seen(Thread.State state, @Nullable Object blocker, long start, long latest) {
      this.state = state;
      this.blocker = blocker;
      this.start = start;
      this.latest = latest;
      kind = blocker == null ? "" : blocker.getClass().getName();
      which = System.identityHashCode(blocker);
    }

    /** Monitors are told by their owners alone. */
    void owned(Owners.Owned owned) {
      holder = owned.owner();
      if (blocker == null) {
        kind = owned.className();
        which = owned.number();
      }
    }

    boolean goesOn(Thread.State now, @Nullable Object by) {
      return state == now && blocker == by;
    }
  }

  @SuppressWarnings("this-escape") // the thread starts when all is set
  Sampler() {
    thread =
        Thread.ofPlatform()
            .group(HelperThreads.GROUP)
            .daemon()
            .name("thread-sampler")
            .inheritInheritableThreadLocals(false)
            .unstarted(this);
    thread.setContextClassLoader(Sampler.class.getClassLoader());
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    long cost = 0;
    try {
      while (!closed.await(Math.max(TICK, SHARE * cost), TimeUnit.NANOSECONDS)) {
        long begin = System.nanoTime();
        look(begin);
        cost = System.nanoTime() - begin;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it; what was seen is kept. */
  @Override
  public void close() {
    closed.countDown();
  }

  /** Looks at all threads. */
  synchronized void look(long now) {
    Set<Thread> waiting = new HashSet<>();
    List<Thread> users = threads();
    for (Thread each : users) {
      Thread.State state = each.getState();
      if (state == Thread.State.BLOCKED
          || state == Thread.State.WAITING
          || state == Thread.State.TIMED_WAITING) {
        waiting.add(each);
        see(each, state, LockSupport.getBlocker(each), now);
      }
    }
    List<Thread> over = waits.keySet().stream().filter(each -> !waiting.contains(each)).toList();
    over.forEach(each -> keep(each, waits.remove(each)));
    findHolders(users);
    latestLook = now;
  }

  /** A wait may have begun since the look before, so it is said to begin there. */
  private void see(Thread each, Thread.State state, @Nullable Object blocker, long now) {
    Seen seen = waits.get(each);
    if (seen != null && seen.goesOn(state, blocker)) {
      seen.latest = now;
      return;
    }
    keep(each, seen);
    waits.put(each, new Seen(state, blocker, latestLook, now));
  }

  private void keep(Thread of, @Nullable Seen seen) {
    if (seen != null && seen.latest > seen.start && kept < MOST) {
      kept++;
      done.add(held(of, seen));
    }
  }

  private static Happening held(Thread of, Seen seen) {
    Doing doing = seen.state == Thread.State.BLOCKED ? Doing.LOCK : Blockers.doing(seen.kind);
    return new Happening.Held(
        of.threadId(),
        of.getName(),
        seen.start,
        seen.latest,
        doing,
        seen.kind,
        seen.which,
        seen.holder,
        true);
  }

  /** Asks for the owners of locks, of threads that were not asked for before. */
  private void findHolders(List<Thread> users) {
    List<Thread> asked = new ArrayList<>();
    waits.forEach(
        (each, seen) -> {
          boolean owned =
              seen.state == Thread.State.BLOCKED
                  || seen.blocker instanceof AbstractOwnableSynchronizer;
          if (owned && seen.holder.isEmpty()) {
            asked.add(each);
          }
        });
    Map<Thread, Owners.Owned> found = owners.of(asked, users);
    found.forEach((each, owned) -> Objects.requireNonNull(waits.get(each)).owned(owned));
  }

  private static List<Thread> threads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] all = new Thread[root.activeCount() + 64];
    int count = root.enumerate(all);
    List<Thread> users = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ThreadGroup group = all[i].getThreadGroup();
      if (group != null && !HelperThreads.isGroup(group.getName())) {
        users.add(all[i]);
      }
    }
    return users;
  }

  /** Returns the waits that have ended since the last call. */
  synchronized List<Happening> takeDone() {
    List<Happening> taken = done;
    done = new ArrayList<>();
    return taken;
  }

  /** Returns the waits that go on. */
  synchronized List<Happening> goingOn() {
    List<Happening> all = new ArrayList<>();
    waits.forEach((each, seen) -> all.add(held(each, seen)));
    return all;
  }
}
