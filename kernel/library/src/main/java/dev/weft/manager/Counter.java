package dev.weft.manager;

import java.util.concurrent.atomic.AtomicLong;

/** A counter, where its manager is. */
record Counter(AtomicLong value) implements ManagedCounter {

  @Override
  public long get() {
    return value.get();
  }

  @Override
  public void set(long to) {
    value.set(to);
  }

  @Override
  public long getAndSet(long to) {
    return value.getAndSet(to);
  }

  @Override
  public long addAndGet(long delta) {
    return value.addAndGet(delta);
  }

  @Override
  public long getAndAdd(long delta) {
    return value.getAndAdd(delta);
  }

  @Override
  public boolean compareAndSet(long expected, long to) {
    return value.compareAndSet(expected, to);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
