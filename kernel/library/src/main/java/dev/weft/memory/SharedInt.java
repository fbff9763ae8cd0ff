package dev.weft.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * An {@code int} that several processes share; see {@link SharedValue}.
 *
 * <pre>{@code
 * var count = SharedValue.ofInt(0);
 * count.getAndAdd(5)                       // 0
 * count.get()                             // 5
 * count.updateAndGet(n -> n * 2)
 * }</pre>
 */
public final class SharedInt extends SharedValue {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_INT.varHandle();

  SharedInt(Block block) {
    super(block);
  }

  /** Returns the value. */
  public int get() {
    return (int) HANDLE.getVolatile(memory, 0L);
  }

  /** Changes the value. */
  public void set(int value) {
    HANDLE.setVolatile(memory, 0L, value);
  }

  /** Changes the value, and returns what it was before. */
  public int getAndSet(int value) {
    return (int) HANDLE.getAndSet(memory, 0L, value);
  }

  /** Changes the value if it is the expected one, and says whether. */
  public boolean compareAndSet(int expected, int value) {
    return HANDLE.compareAndSet(memory, 0L, expected, value);
  }

  /** Adds to the value, and returns what it was before. */
  public int getAndAdd(int delta) {
    return (int) HANDLE.getAndAdd(memory, 0L, delta);
  }

  /** Adds to the value, and returns what it is then. */
  public int addAndGet(int delta) {
    return getAndAdd(delta) + delta;
  }

  /** Adds 1, and returns what it was before. */
  public int getAndIncrement() {
    return getAndAdd(1);
  }

  /** Adds 1, and returns what it is then. */
  public int incrementAndGet() {
    return addAndGet(1);
  }

  /** Subtracts 1, and returns what it was before. */
  public int getAndDecrement() {
    return getAndAdd(-1);
  }

  /** Subtracts 1, and returns what it is then. */
  public int decrementAndGet() {
    return addAndGet(-1);
  }

  /**
   * Changes the value to what a function makes of it, and returns what it was before.
   *
   * @param operator may be called several times, where others change the value meanwhile
   */
  public int getAndUpdate(IntUnaryOperator operator) {
    int now = get();
    while (!compareAndSet(now, operator.applyAsInt(now))) {
      now = get();
    }
    return now;
  }

  /** Changes the value, as {@link #getAndUpdate}, and returns what it is then. */
  public int updateAndGet(IntUnaryOperator operator) {
    while (true) {
      int now = get();
      int next = operator.applyAsInt(now);
      if (compareAndSet(now, next)) {
        return next;
      }
    }
  }

  /** Changes the value to what a function makes of it and another, and returns what it is then. */
  public int accumulateAndGet(int other, IntBinaryOperator operator) {
    return updateAndGet(now -> operator.applyAsInt(now, other));
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.INT;
  }

  /** Returns the value as text. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Integer.toString(get());
  }
}
