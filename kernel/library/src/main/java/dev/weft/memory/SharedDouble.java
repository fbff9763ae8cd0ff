package dev.weft.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A {@code double} that several processes share; see {@link SharedValue}.
 *
 * <pre>{@code
 * var count = SharedValue.ofDouble(0.5);
 * count.getAndAdd(1.25)                    // 0.5
 * count.get()                             // 1.75
 * count.updateAndGet(n -> n * 2)
 * }</pre>
 */
public final class SharedDouble extends SharedValue {

  private static final long serialVersionUID = 1;
  private static final VarHandle HANDLE = ValueLayout.JAVA_DOUBLE.varHandle();

  SharedDouble(Block block) {
    super(block);
  }

  /** Returns the value. */
  public double get() {
    return (double) HANDLE.getVolatile(memory, 0L);
  }

  /** Changes the value. */
  public void set(double value) {
    HANDLE.setVolatile(memory, 0L, value);
  }

  /** Changes the value, and returns what it was before. */
  public double getAndSet(double value) {
    return (double) HANDLE.getAndSet(memory, 0L, value);
  }

  /** Changes the value if it is the expected one, and says whether. Compares the bits. */
  public boolean compareAndSet(double expected, double value) {
    return HANDLE.compareAndSet(memory, 0L, expected, value);
  }

  /** Adds to the value, and returns what it was before. */
  public double getAndAdd(double delta) {
    return getAndUpdate(now -> now + delta);
  }

  /** Adds to the value, and returns what it is then. */
  public double addAndGet(double delta) {
    return getAndAdd(delta) + delta;
  }

  /**
   * Changes the value to what a function makes of it, and returns what it was before.
   *
   * @param operator may be called several times, where others change the value meanwhile
   */
  public double getAndUpdate(DoubleUnaryOperator operator) {
    double now = get();
    while (!compareAndSet(now, operator.applyAsDouble(now))) {
      now = get();
    }
    return now;
  }

  /** Changes the value, as {@link #getAndUpdate}, and returns what it is then. */
  public double updateAndGet(DoubleUnaryOperator operator) {
    while (true) {
      double now = get();
      double next = operator.applyAsDouble(now);
      if (compareAndSet(now, next)) {
        return next;
      }
    }
  }

  /** Changes the value to what a function makes of it and another, and returns what it is then. */
  public double accumulateAndGet(double other, DoubleBinaryOperator operator) {
    return updateAndGet(now -> operator.applyAsDouble(now, other));
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.DOUBLE;
  }

  /** Returns the value as text. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Double.toString(get());
  }
}
