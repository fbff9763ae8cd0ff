package dev.weft.channel;

import dev.weft.segment.Mutex;
import dev.weft.segment.ProcessKey;
import dev.weft.segment.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.LongPredicate;

/**
 * Which processes have one end of a pipe, in shared memory: so the other end learns that nobody has
 * it any more, also where they were killed.
 */
final class Holders {

  /** What it takes, in bytes. */
  static final int BYTES = 64 + 16 * Holders.PROCESSES;

  private static final int PROCESSES = 64;
  private static final long MUTEX = 0;
  private static final long EVER = 8;
  private static final long TABLE = 64;
  private static final int ENTRY = 16;

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  private final MemorySegment memory;
  private final long base;
  private final Mutex mutex;
  private final long self = ProcessKey.self();

  Holders(Region region, long base) {
    memory = region.memory();
    this.base = base;
    mutex = new Mutex(region, base + MUTEX);
  }

  private static long entry(int number) {
    return TABLE + (long) number * ENTRY;
  }

  private long key(int number) {
    return (long) LONG.getVolatile(memory, base + entry(number));
  }

  private void set(int number, long key, int count) {
    INT.setVolatile(memory, base + entry(number) + Long.BYTES, count);
    LONG.setVolatile(memory, base + entry(number), key);
  }

  private int count(int number) {
    return (int) INT.getVolatile(memory, base + entry(number) + Long.BYTES);
  }

  /**
   * Adds a handle of this process.
   *
   * @throws IllegalStateException if too many processes have the end
   */
  void add() {
    boolean unused = mutex.lock();
    try {
      int own = find(self);
      own = own < 0 ? find(0) : own;
      own = own < 0 ? findDead() : own;
      if (own < 0) {
        throw new IllegalStateException(
            "More than " + PROCESSES + " processes have this end of the pipe");
      }
      set(own, self, key(own) == self ? count(own) + 1 : 1);
      INT.setVolatile(memory, base + EVER, 1);
    } finally {
      mutex.unlock();
    }
  }

  private int find(long key) {
    for (int i = 0; i < PROCESSES; i++) {
      if (key(i) == key) {
        return i;
      }
    }
    return -1;
  }

  private int findDead() {
    for (int i = 0; i < PROCESSES; i++) {
      if (!ProcessKey.isAlive(key(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Removes a handle of this process. */
  void remove() {
    boolean unused = mutex.lock();
    try {
      int own = find(self);
      if (own >= 0) {
        int left = count(own) - 1;
        set(own, left > 0 ? self : 0, left);
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Says that nobody will ever have the end. */
  void abandon() {
    INT.setVolatile(memory, base + EVER, 1);
  }

  /** Returns whether there were handles and all are closed; costs little. */
  boolean areClosed() {
    return (int) INT.getVolatile(memory, base + EVER) != 0 && isNone(key -> key != 0);
  }

  /** Returns whether there were handles and no living process has one any more. */
  boolean areGone() {
    return (int) INT.getVolatile(memory, base + EVER) != 0
        && isNone(key -> key != 0 && ProcessKey.isAlive(key));
  }

  private boolean isNone(LongPredicate wanted) {
    for (int i = 0; i < PROCESSES; i++) {
      if (wanted.test(key(i))) {
        return false;
      }
    }
    return true;
  }
}
