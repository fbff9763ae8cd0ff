package dev.weft.sync;

import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.segment.WaitWord;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A condition of a {@link ProcessLock}.
 *
 * <p>Each signal adds one to a sequence, on which waiters sleep, and to the signals that may be
 * taken. A waiter takes one if the sequence has moved since it came, so that nobody takes a signal
 * of before. What a killed waiter does not take is found by the others after a slice. Its place
 * among the waiters stays counted, which can only make somebody return without a signal later.
 */
final class ProcessCondition implements Condition, Serializable {

  private static final long serialVersionUID = 1;

  /** The sequence is at 0; all is guarded by the lock. */
  private static final long WAITERS = 4;

  private static final long SIGNALS = 8;
  private static final long BYTES = 16;

  private final transient Region region;
  private final transient MemorySegment memory;
  private final transient WaitWord sequence;
  private final transient ProcessLock lock;

  ProcessCondition(ProcessLock lock) {
    this(Region.create("condition of " + lock.name(), BYTES), lock);
  }

  ProcessCondition(Region region, ProcessLock lock) {
    this.region = region;
    this.lock = lock;
    memory = region.memory();
    sequence = new WaitWord(memory, 0);
  }

  @Override
  public void await() throws InterruptedException {
    suspendInterruptibly(Wait.interruptibly());
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return suspendInterruptibly(Wait.upTo(unit.toNanos(time)));
  }

  @Override
  public long awaitNanos(long nanosTimeout) throws InterruptedException {
    Wait wait = Wait.upTo(nanosTimeout);
    suspendInterruptibly(wait);
    return wait.nanosLeft();
  }

  @Override
  @SuppressWarnings("JavaUtilDate") // the interface has it
  public boolean awaitUntil(Date deadline) throws InterruptedException {
    long millis = deadline.getTime() - System.currentTimeMillis();
    return suspendInterruptibly(Wait.upTo(TimeUnit.MILLISECONDS.toNanos(millis)));
  }

  @Override
  public void awaitUninterruptibly() {
    lock.requireHeld();
    Wait wait = Wait.uninterruptibly();
    try {
      suspend(wait);
    } finally {
      wait.end();
    }
  }

  private boolean suspendInterruptibly(Wait wait) throws InterruptedException {
    lock.requireHeld();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      return suspend(wait) || wait.orInterrupted();
    } finally {
      wait.end();
    }
  }

  /** Returns whether there was a signal; the lock is held again in any case. */
  private boolean suspend(Wait wait) {
    int came = sequence.get();
    add(WAITERS, 1);
    Span waiting = Trace.begin(Activity.CONDITION, lock.name());
    try {
      boolean goOn = true;
      while (goOn) {
        int count = lock.release();
        try {
          goOn = sleep(wait, came);
        } finally {
          lock.reacquire(count);
        }
        if (took(came)) {
          return true;
        }
      }
      add(WAITERS, -1);
      return false;
    } finally {
      waiting.end();
    }
  }

  /** Sleeps without the lock until there may be a signal; returns whether to go on then. */
  private boolean sleep(Wait wait, int came) {
    while (true) {
      int seen = sequence.get();
      if (seen != came && get(SIGNALS) > 0) {
        return true;
      }
      if (lock.isClosed() || !wait.sleep(sequence, seen)) {
        return false;
      }
    }
  }

  private boolean took(int came) {
    if (sequence.get() == came || get(SIGNALS) == 0) {
      return false;
    }
    add(SIGNALS, -1);
    add(WAITERS, -1);
    return true;
  }

  @Override
  public void signal() {
    lock.requireHeld();
    if (get(WAITERS) > get(SIGNALS)) {
      add(SIGNALS, 1);
      sequence.getAndAdd(1);
      sequence.wake(1);
    }
  }

  @Override
  public void signalAll() {
    lock.requireHeld();
    if (get(WAITERS) > get(SIGNALS)) {
      memory.set(ValueLayout.JAVA_INT, SIGNALS, get(WAITERS));
      sequence.getAndAdd(1);
      sequence.wakeAll();
    }
  }

  private int get(long offset) {
    return memory.get(ValueLayout.JAVA_INT, offset);
  }

  private void add(long offset, int delta) {
    memory.set(ValueLayout.JAVA_INT, offset, get(offset) + delta);
  }

  @Override
  public String toString() {
    return region.name();
  }

  private Object writeReplace() {
    return new SyncTicket(SyncTicket.Kind.CONDITION, region.ref(), lock);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Not a handle");
  }
}
