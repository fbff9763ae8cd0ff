package dev.weft.segment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * An {@code int} in shared memory, on which threads of all processes sleep until it changes.
 *
 * <p>Reads and writes are volatile. A change alone wakes nobody: call {@link #wake} after it.
 */
public final class WaitWord {

  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  private final MemorySegment memory;
  private final long offset;

  /**
   * Finds it in the memory of a region.
   *
   * @param offset in bytes, a multiple of 4
   */
  public WaitWord(MemorySegment memory, long offset) {
    this.memory = memory;
    this.offset = offset;
  }

  /** Returns its value. */
  public int get() {
    return (int) INT.getVolatile(memory, offset);
  }

  /** Changes its value. */
  public void set(int value) {
    INT.setVolatile(memory, offset, value);
  }

  /** Adds to its value, and returns what that was before. */
  public int getAndAdd(int delta) {
    return (int) INT.getAndAdd(memory, offset, delta);
  }

  /** Changes its value if it is the expected one, and says whether. */
  public boolean compareAndSet(int expected, int value) {
    return INT.compareAndSet(memory, offset, expected, value);
  }

  /** Wakes so many of those who sleep on it, in any process. */
  public void wake(int threads) {
    Waiting.own().wake(this, threads);
  }

  /** Wakes all who sleep on it. */
  public void wakeAll() {
    wake(Integer.MAX_VALUE);
  }

  /** Where it is in the memory of this process. */
  long address() {
    return memory.address() + offset;
  }
}
