package dev.weft.process.child;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Children that are started in advance, and have gone once through what a task needs.
 *
 * <p>One thread of low priority starts them, one after the other. They are ended when nobody has
 * taken one for long; the next use brings them back. Safe for use by several threads.
 */
final class Spares {

  /** How long after the use of one the next is started, so as not to get in the way. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  /** After so many that have ended by themselves, none is started before the next use. */
  private static final int MAX_FAILURES = 3;

  private final Host host;
  private final int wanted;
  private final long idleNanos;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Child> ready = new ArrayDeque<>();
  private @Nullable Thread keeper;
  private boolean awake;
  private boolean closed;
  private int failures;
  private long lastUse;

  /** Until when none is started; before that instant everything else goes first. */
  private long pauseEnd = System.nanoTime();

  /** Children that others wait for. */
  private int starting;

  Spares(Host host) {
    this(host, Limits.spares(host.spares()), TimeUnit.SECONDS.toNanos(Limits.idleSeconds()));
  }

  /**
   * Makes spares, of which none is started yet.
   *
   * @param wanted how many are kept ready
   * @param idleNanos after how long without use they are ended
   */
  Spares(Host host, int wanted, long idleNanos) {
    this.host = host;
    this.wanted = wanted;
    this.idleNanos = idleNanos;
  }

  /** Makes sure that spares are there soon; returns at once. */
  void want() {
    if (wanted == 0) {
      return;
    }
    lock.lock();
    try {
      awake = true;
      failures = 0;
      lastUse = System.nanoTime();
      if (keeper == null && !closed) {
        keeper = HouseThreads.start("spares", this::keep);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "spares-end"));
      }
      changed.signalAll();
    } catch (IllegalStateException e) {
      closed = true; // the JVM is about to end
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many there are to take, as far as is known. */
  long count() {
    lock.lock();
    try {
      return ready.stream().filter(Child::isUsable).count();
    } finally {
      lock.unlock();
    }
  }

  /** Returns a child that can take a task at once, or null; has it replaced soon. */
  @Nullable Child take() {
    lock.lock();
    try {
      pauseEnd = System.nanoTime() + PAUSE;
      want();
      return poll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Child poll() {
    for (Child each = ready.poll(); each != null; each = ready.poll()) {
      if (each.isUsable()) {
        return each;
      }
    }
    return null;
  }

  /** Lets a child start that somebody waits for, before others are started in advance. */
  void waitFor(Child child) {
    addStarting(1);
    child.whenReady(() -> addStarting(-1));
    want();
  }

  private void addStarting(int number) {
    lock.lock();
    try {
      starting += number;
      pauseEnd = System.nanoTime() + PAUSE;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a child can be taken, and takes it; for tests. */
  Child await() throws InterruptedException {
    lock.lock();
    try {
      Child child = poll();
      while (child == null) {
        changed.await();
        child = poll();
      }
      return child;
    } finally {
      lock.unlock();
    }
  }

  private void keep() {
    try {
      while (awaitNeed()) {
        add();
      }
    } catch (InterruptedException e) {
      close();
    }
  }

  /** Waits until one is to be started; returns false at the end. */
  private boolean awaitNeed() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long idle = endIdle();
        boolean needed = awake && ready.size() < wanted && failures < MAX_FAILURES && starting == 0;
        long pause = pauseEnd - System.nanoTime();
        if (needed && pause <= 0) {
          return true;
        }
        if (awake) {
          changed.awaitNanos(needed ? pause : idle);
        } else {
          changed.await();
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Ends those that are idle; returns in how many nanoseconds the others will be. */
  private long endIdle() {
    ready.removeIf(each -> !each.isUsable());
    long left = lastUse + idleNanos - System.nanoTime();
    if (awake && left <= 0) {
      awake = false;
      killAll();
    }
    return left;
  }

  private void add() throws InterruptedException {
    Child child = null;
    try {
      child = Child.start(host, ChildSettings.DEFAULT, Permits.of(0), "spare", true);
    } catch (IOException e) {
      // the failure counts below
    }
    boolean usable = child != null && child.awaitReady();
    lock.lock();
    try {
      failures = usable ? 0 : failures + 1;
      if (child != null && usable && !closed) {
        ready.add(child);
        changed.signalAll();
      } else if (child != null) {
        child.kill();
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Child> killAll() {
    List<Child> all = new ArrayList<>(ready);
    ready.clear();
    all.forEach(Child::kill);
    return all;
  }

  /** Ends all, and starts none any more; waits a moment for their end. */
  void close() {
    List<Child> ended = List.of();
    lock.lock();
    try {
      closed = true;
      ended = killAll();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    ended.forEach(Child::awaitGone);
  }
}
