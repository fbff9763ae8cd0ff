package dev.weft.sync;

import dev.weft.segment.Wait;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** One of the two locks of a {@link ProcessReadWriteLock}. */
final class Side implements Lock, Serializable {

  private static final long serialVersionUID = 1;

  private final transient ProcessReadWriteLock whole;
  private final transient ReadersAndWriter state;
  private final transient boolean write;

  /** Of the writer, if it locked by this handle. */
  private transient Span held = Span.NONE;

  Side(ProcessReadWriteLock whole, ReadersAndWriter state, boolean write) {
    this.whole = whole;
    this.state = state;
    this.write = write;
  }

  /** What travels in its place. */
  private record Ticket(ProcessReadWriteLock whole, boolean write) implements Serializable {
    private Object readResolve() {
      return write ? whole.writeLock() : whole.readLock();
    }
  }

  @Override
  public void lock() {
    Wait wait = Wait.uninterruptibly();
    try {
      acquire(wait);
    } finally {
      wait.end();
    }
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    acquireInterruptibly(Wait.interruptibly());
  }

  @Override
  public boolean tryLock() {
    return state.tryAcquire(write) && taken();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return acquireInterruptibly(Wait.upTo(unit.toNanos(time)));
  }

  private boolean acquireInterruptibly(Wait wait) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      return acquire(wait) || wait.orInterrupted();
    } finally {
      wait.end();
    }
  }

  private boolean acquire(Wait wait) {
    Span waiting = Trace.begin(Activity.LOCK_WAIT, whole.name());
    try {
      return state.acquire(write, wait) && taken();
    } finally {
      waiting.end();
    }
  }

  private boolean taken() {
    if (write) {
      held = Trace.begin(Activity.LOCK_HELD, whole.name());
    }
    return true;
  }

  @Override
  public void unlock() {
    Span ending = held;
    state.release(write);
    if (write) {
      ending.end();
    }
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException(whole.name() + " has no conditions; a ProcessLock has");
  }

  @Override
  public String toString() {
    return (write ? "writeLock of " : "readLock of ") + whole;
  }

  private Object writeReplace() {
    return new Ticket(whole, write);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Not a handle");
  }
}
