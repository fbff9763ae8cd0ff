package dev.weft.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * A {@code boolean} that several processes share; see {@link SharedValue}.
 *
 * <pre>{@code
 * var done = SharedValue.ofBoolean(false);
 * var child = ChildProcess.start(() -> done.set(true));
 * child.join();
 * done.get()                                // true
 * }</pre>
 */
public final class SharedBoolean extends SharedValue {

  private static final long serialVersionUID = 1;
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  SharedBoolean(Block block) {
    super(block);
  }

  /** Returns the value. */
  public boolean get() {
    return (int) INT.getVolatile(memory, 0L) != 0;
  }

  /** Changes the value. */
  public void set(boolean value) {
    INT.setVolatile(memory, 0L, bit(value));
  }

  /** Changes the value, and returns what it was before. */
  public boolean getAndSet(boolean value) {
    return (int) INT.getAndSet(memory, 0L, bit(value)) != 0;
  }

  /** Changes the value if it is the expected one, and says whether. */
  public boolean compareAndSet(boolean expected, boolean value) {
    return INT.compareAndSet(memory, 0L, bit(expected), bit(value));
  }

  private static int bit(boolean value) {
    return value ? 1 : 0;
  }

  @Override
  MemoryTicket.Kind kind() {
    return MemoryTicket.Kind.BOOLEAN;
  }

  /** Returns the value as text. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : Boolean.toString(get());
  }
}
