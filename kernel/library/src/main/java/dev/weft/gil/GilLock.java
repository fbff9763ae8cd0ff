package dev.weft.gil;

import dev.weft.chart.TimelineChart.State;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock itself, with CPython's rules.
 *
 * <p>Who waits for it asks the holder to let go once the interval has passed without a switch. The
 * holder does so at its next {@link #check}, and goes on only when another thread has had the lock.
 * A holder that is found asleep or blocked loses the lock without being asked, and takes it again
 * at its next check.
 */
final class GilLock {

  private static final String NAME = "GIL";

  private final long interval;
  private final GilTime time;
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition free = mutex.newCondition();
  private final Condition switched = mutex.newCondition();
  private final GilLog log = new GilLog();
  private final Set<Thread> robbed = new HashSet<>();
  private @Nullable Thread holder;
  private @Nullable Thread lastHolder;
  private Span held = Span.NONE;
  private int waiting;
  private long switches;
  private long switchesCleared;
  private boolean dropRequested;

  /** Whether a holder, or one that believes to be it, has something to do at its next check. */
  private volatile boolean attention;

  GilLock(long interval, GilTime time) {
    this.interval = interval;
    this.time = time;
  }

  long intervalNanos() {
    return interval;
  }

  /** Takes the lock; an interrupt does not end the wait. */
  void take() {
    boolean interrupted = false;
    mutex.lock();
    try {
      Thread me = Thread.currentThread();
      note(me, State.LOCK, NAME);
      interrupted = awaitFree();
      become(me);
    } finally {
      mutex.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean awaitFree() {
    Thread other = holder;
    if (other == null) {
      return false;
    }
    Span span = Trace.begin(Activity.GIL_WAIT, NAME, other.getName());
    boolean interrupted = false;
    waiting++;
    while (holder != null) {
      interrupted |= awaitTurn();
    }
    waiting--;
    span.end();
    return interrupted;
  }

  /** Waits for one interval at most; returns whether it was interrupted. */
  private boolean awaitTurn() {
    long seen = switches;
    try {
      boolean elapsed = time.elapses(free, interval);
      Thread other = holder;
      if (elapsed && other != null && switches == seen) {
        askOrRob(other);
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void askOrRob(Thread other) {
    State state =
        switch (other.getState()) {
          case TIMED_WAITING -> State.SLEEPING;
          case WAITING -> State.WAITING;
          case BLOCKED -> State.LOCK;
          default -> State.RUNNING;
        };
    if (state == State.RUNNING) {
      dropRequested = true;
    } else {
      robbed.add(other);
      release();
      note(other, state, "");
    }
    renewAttention();
  }

  private void release() {
    holder = null;
    held.end();
  }

  private void become(Thread me) {
    holder = me;
    held = Trace.begin(Activity.GIL_HELD, NAME);
    robbed.remove(me);
    if (lastHolder != me) {
      lastHolder = me;
      switches++;
      switched.signalAll();
    }
    dropRequested = false;
    renewAttention();
    note(me, State.RUNNING, NAME);
  }

  private void renewAttention() {
    attention = dropRequested || !robbed.isEmpty();
  }

  private void note(Thread thread, @Nullable State state, String detail) {
    log.change(thread, state, detail, time.nanos());
  }

  /**
   * Gives the lock back, if the caller has it.
   *
   * @param state what the caller does without it; null for nothing that concerns this lock
   */
  void drop(@Nullable State state) {
    mutex.lock();
    try {
      Thread me = Thread.currentThread();
      if (holder == me) {
        release();
        free.signal();
      }
      robbed.remove(me);
      renewAttention();
      note(me, state, "");
    } finally {
      mutex.unlock();
    }
  }

  /** Does what others have asked the caller for. */
  void check() {
    if (attention) {
      attend();
    }
  }

  private void attend() {
    boolean yields;
    mutex.lock();
    try {
      Thread me = Thread.currentThread();
      yields = holder != me || dropRequested;
      if (holder == me && dropRequested) {
        note(me, State.LOCK, NAME);
        release();
        free.signal();
        while (lastHolder == me && waiting > 0) {
          switched.awaitUninterruptibly();
        }
      }
    } finally {
      mutex.unlock();
    }
    if (yields) {
      take();
    }
  }

  /** Returns whether the caller is asked to let go. */
  boolean isWanted() {
    return attention;
  }

  /** Returns how many threads wait for the lock. */
  int waiting() {
    mutex.lock();
    try {
      return waiting;
    } finally {
      mutex.unlock();
    }
  }

  long switches() {
    mutex.lock();
    try {
      return switches;
    } finally {
      mutex.unlock();
    }
  }

  long nanos() {
    return time.nanos();
  }

  /** Returns what happened since. */
  GilRun since(long start, long switchesBefore) {
    mutex.lock();
    try {
      long now = time.nanos();
      return new GilRun(
          log.lanes(start, now), now - start, switches - switchesBefore, interval, log.dropped());
    } finally {
      mutex.unlock();
    }
  }

  /** Returns what happened since it was last cleared. */
  GilRun latest() {
    mutex.lock();
    try {
      return since(log.start(), switchesCleared);
    } finally {
      mutex.unlock();
    }
  }

  /** Forgets what happened. */
  void clear() {
    mutex.lock();
    try {
      log.clear(time.nanos());
      switchesCleared = switches;
    } finally {
      mutex.unlock();
    }
  }
}
