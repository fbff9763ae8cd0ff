package dev.weft.sync;

import dev.weft.segment.ProcessKey;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How many of something each process holds. Guarded by a mutex; each change takes effect by one
 * store.
 */
final class PermitTable {

  /** In bytes, of the number of entries in use and of an entry: a key, and how many. */
  private static final long HEADER = 8;

  private static final long ENTRY = 16;
  private static final long HELD = 8;

  private final MemorySegment memory;
  private final int capacity;

  /** Where this process was found last. */
  private long own = -1;

  PermitTable(MemorySegment memory, int capacity) {
    this.memory = memory.asSlice(0, bytes(capacity));
    this.capacity = capacity;
  }

  static long bytes(int capacity) {
    return HEADER + capacity * ENTRY;
  }

  int total() {
    int total = 0;
    for (int i = 0; i < used(); i++) {
      total += held(at(i));
    }
    return total;
  }

  int own() {
    long entry = find();
    return entry < 0 ? 0 : held(entry);
  }

  /** Adds to what this process holds. */
  void add(int permits) {
    long entry = find();
    if (entry < 0) {
      entry = claim();
    }
    memory.set(ValueLayout.JAVA_INT, entry + HELD, held(entry) + permits);
  }

  /** Takes from what others hold, up to so many, and returns how many those were. */
  int takeFromOthers(int permits) {
    int left = permits;
    for (int i = 0; i < used() && left > 0; i++) {
      int taken = Math.min(left, held(at(i)));
      memory.set(ValueLayout.JAVA_INT, at(i) + HELD, held(at(i)) - taken);
      left -= taken;
    }
    return permits - left;
  }

  /** Gives back what the dead hold, and returns how many those were. */
  int reclaim() {
    int back = 0;
    for (int i = 0; i < used(); i++) {
      if (held(at(i)) > 0 && !ProcessKey.isAlive(key(at(i)))) {
        back += held(at(i));
        memory.set(ValueLayout.JAVA_INT, at(i) + HELD, 0);
      }
    }
    return back;
  }

  private long find() {
    if (own >= 0 && key(own) == ProcessKey.self()) {
      return own;
    }
    for (int i = 0; i < used(); i++) {
      if (key(at(i)) == ProcessKey.self()) {
        own = at(i);
        return own;
      }
    }
    return -1;
  }

  /** Takes an entry of somebody who holds nothing, or a new one. */
  private long claim() {
    int used = used();
    int i = 0;
    while (i < used && held(at(i)) > 0) {
      i++;
    }
    if (i == capacity) {
      throw new IllegalStateException("More than " + capacity + " processes hold permits");
    }
    memory.set(ValueLayout.JAVA_LONG, at(i), ProcessKey.self());
    memory.set(ValueLayout.JAVA_INT, 0, Math.max(used, i + 1));
    own = at(i);
    return own;
  }

  private int used() {
    return memory.get(ValueLayout.JAVA_INT, 0);
  }

  private static long at(int index) {
    return HEADER + index * ENTRY;
  }

  private long key(long entry) {
    return memory.get(ValueLayout.JAVA_LONG, entry);
  }

  private int held(long entry) {
    return memory.get(ValueLayout.JAVA_INT, entry + HELD);
  }
}
