package dev.weft.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * A {@code long} that several processes share; see {@link SharedValue}.
 *
 * <pre>{@code
 * var count = SharedValue.ofLong(0L);
 * count.getAndAdd(5)                       // 0
 * count.get()                             // 5
 * count.updateAndGet(n -> n * 2)
 * }</pre>
 */
public final class SharedLong extends SharedValue {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_LONG.varHandle();

  SharedLong(Block block) {
    super(block);
  }

  /** Returns the value. */
  public long get() {
    return (long) HANDLE.getVolatile(memory, 0L);
  }

  /** Changes the value. */
  public void set(long value) {
    HANDLE.setVolatile(memory, 0L, value);
  }

  /** Changes the value, and returns what it was before. */
  public long getAndSet(long value) {
    return (long) HANDLE.getAndSet(memory, 0L, value);
  }

  /** Changes the value if it is the expected one, and says whether. */
  public boolean compareAndSet(long expected, long value) {
    return HANDLE.compareAndSet(memory, 0L, expected, value);
  }

  /** Adds to the value, and returns what it was before. */
  public long getAndAdd(long delta) {
    return (long) HANDLE.getAndAdd(memory, 0L, delta);
  }

  /** Adds to the value, and returns what it is then. */
  public long addAndGet(long delta) {
    return getAndAdd(delta) + delta;
  }

  /** Adds 1, and returns what it was before. */
  public long getAndIncrement() {
    return getAndAdd(1);
  }

  /** Adds 1, and returns what it is then. */
  public long incrementAndGet() {
    return addAndGet(1);
  }

  /** Subtracts 1, and returns what it was before. */
  public long getAndDecrement() {
    return getAndAdd(-1);
  }

  /** Subtracts 1, and returns what it is then. */
  public long decrementAndGet() {
    return addAndGet(-1);
  }

  /**
   * Changes the value to what a function makes of it, and returns what it was before.
   *
   * @param operator may be called several times, where others change the value meanwhile
   */
  public long getAndUpdate(LongUnaryOperator operator) {
    long now = get();
    while (!compareAndSet(now, operator.applyAsLong(now))) {
      now = get();
    }
    return now;
  }

  /** Changes the value, as {@link #getAndUpdate}, and returns what it is then. */
  public long updateAndGet(LongUnaryOperator operator) {
    while (true) {
      long now = get();
      long next = operator.applyAsLong(now);
      if (compareAndSet(now, next)) {
        return next;
      }
    }
  }

  /** Changes the value to what a function makes of it and another, and returns what it is then. */
  public long accumulateAndGet(long other, LongBinaryOperator operator) {
    return updateAndGet(now -> operator.applyAsLong(now, other));
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.LONG;
  }

  /** Returns the value as text. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Long.toString(get());
  }
}
