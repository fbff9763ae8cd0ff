package dev.weft.channel;

import dev.weft.segment.ProcessKey;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Which elements of a queue are still worked on, in shared memory: how many are done in all, and
 * how many each process has taken and not done.
 *
 * <p>All is changed while no consumer takes anything, so that those of a process that has died are
 * what the sums leave.
 */
final class Tasks {

  /** What it takes, in bytes. */
  static final int BYTES = 64 + 16 * Tasks.PROCESSES;

  private static final int PROCESSES = 256;
  private static final long DONE = 0;
  private static final long LOST = 4;
  private static final long FINISHED = 8;
  private static final long OVERFLOW = 16;
  private static final long TABLE = 64;
  private static final int ENTRY = 16;
  private static final int NONE = -1;

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  private final MemorySegment memory;
  private final long base;
  private final Ring ring;
  private final long self = ProcessKey.self();
  final Bell finished;

  /** Where this process's entry was last; checked at each use. */
  private int own;

  Tasks(MemorySegment memory, long base, Ring ring) {
    this.memory = memory;
    this.base = base;
    this.ring = ring;
    finished = new Bell(memory, base + FINISHED);
  }

  private long key(int entry) {
    return (long) LONG.getVolatile(memory, base + TABLE + (long) entry * ENTRY);
  }

  private void setKey(int entry, long key) {
    LONG.setVolatile(memory, base + TABLE + (long) entry * ENTRY, key);
  }

  private int held(int entry) {
    return (int) INT.get(memory, base + TABLE + (long) entry * ENTRY + Long.BYTES);
  }

  private void setHeld(int entry, int count) {
    INT.set(memory, base + TABLE + (long) entry * ENTRY + Long.BYTES, count);
  }

  private int get(long field) {
    return (int) INT.getVolatile(memory, base + field);
  }

  private void set(long field, int value) {
    INT.setVolatile(memory, base + field, value);
  }

  /** This process takes one; called while it excludes other consumers. */
  void take() {
    int entry = entry();
    if (entry != NONE) {
      setHeld(entry, held(entry) + 1);
    }
  }

  /** Returns this process's entry, or none where the table is full. */
  private int entry() {
    if (key(own) == self) {
      return own;
    }
    int free = NONE;
    for (int i = PROCESSES - 1; i >= 0; i--) {
      long key = key(i);
      if (key == self) {
        own = i;
        return i;
      }
      free = key == 0 ? i : free;
    }
    if (free == NONE) {
      set(OVERFLOW, 1);
    } else {
      setHeld(free, 0);
      setKey(free, self);
      own = free;
    }
    return free;
  }

  /**
   * Counts one as done.
   *
   * @throws IllegalStateException if all that were taken are done
   */
  void done() {
    ring.excludingConsumers(
        () -> {
          if (ring.takenCount() == get(DONE)) {
            throw new IllegalStateException(
                "taskDone was called more often than elements were taken");
          }
          int entry = entry();
          if (entry != NONE) {
            setHeld(entry, held(entry) - 1);
          }
          set(DONE, get(DONE) + 1);
        });
    tell();
  }

  private void tell() {
    if (unfinished() == 0 && finished.wanted() != Bell.NOT_WANTED) {
      finished.ring();
    }
  }

  int unfinished() {
    return ring.putCount() - get(DONE);
  }

  /** Returns how many were taken by processes that have died since. */
  int lost() {
    return get(LOST);
  }

  /**
   * Counts as done what processes that have died had taken; nothing where there were more processes
   * than are kept.
   */
  void bury() {
    if (get(OVERFLOW) != 0) {
      return;
    }
    boolean[] dead = new boolean[1];
    for (int i = 0; i < PROCESSES; i++) {
      long key = key(i);
      dead[0] |= key != 0 && !ProcessKey.isAlive(key);
    }
    if (dead[0]) {
      ring.excludingConsumers(this::buryDead);
      tell();
    }
  }

  private void buryDead() {
    int living = 0;
    for (int i = 0; i < PROCESSES; i++) {
      long key = key(i);
      if (key != 0 && !ProcessKey.isAlive(key)) {
        setKey(i, 0);
      } else if (key != 0) {
        living += held(i);
      }
    }
    int open = ring.takenCount() - get(DONE);
    int lost = Math.clamp((long) open - living, 0, open);
    set(LOST, get(LOST) + lost);
    set(DONE, get(DONE) + lost);
  }
}
