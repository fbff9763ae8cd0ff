package dev.weft.sync;

import dev.weft.segment.Mutex;
import dev.weft.segment.ProcessKey;
import dev.weft.segment.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The processes that have a handle, so that it is known when one of them was killed.
 *
 * <p>A process takes itself out when it ends by itself; one that a signal ends does not. Guarded by
 * a mutex. Where there are more than fit, the rest is not watched.
 */
final class Members {

  private static final int CAPACITY = 256;

  /** In bytes. */
  static final long BYTES = CAPACITY * 8L;

  private static final long DONE = 1L << 31;

  private final Region region;
  private final Mutex mutex;
  private final MemorySegment memory;

  private Members(Region region, Mutex mutex, long offset) {
    this.region = region;
    this.mutex = mutex;
    memory = region.memory().asSlice(offset, BYTES);
  }

  /** Finds the table, and puts this process into it. */
  static Members join(Region region, Mutex mutex, long offset) {
    Members members = new Members(region, mutex, offset);
    mutex.lock();
    try {
      members.enter();
    } finally {
      mutex.unlock();
    }
    Leaving.SET.add(members);
    return members;
  }

  private void enter() {
    int free = -1;
    for (int i = CAPACITY - 1; i >= 0; i--) {
      if (who(i) == ProcessKey.self()) {
        return;
      }
      if (get(i) == 0) {
        free = i;
      }
    }
    if (free >= 0) {
      set(free, ProcessKey.self());
    }
  }

  /** Takes this process out. */
  void leave() {
    if (region.isClosed()) {
      return;
    }
    mutex.lock();
    try {
      change(ProcessKey.self(), 0);
    } finally {
      mutex.unlock();
    }
  }

  /** Says that nothing more is expected of this process; called under the mutex. */
  void done() {
    change(ProcessKey.self(), ProcessKey.self() | DONE);
  }

  private void change(long key, long to) {
    for (int i = 0; i < CAPACITY; i++) {
      if (who(i) == key) {
        set(i, to);
      }
    }
  }

  /** Returns a process of which something is expected and that was killed, or 0. */
  long killed() {
    for (int i = 0; i < CAPACITY; i++) {
      long key = get(i);
      if (key != 0 && (key & DONE) == 0 && !ProcessKey.isAlive(key)) {
        return key;
      }
    }
    return 0;
  }

  /** Forgets those that were killed; called under the mutex. */
  void forgetKilled() {
    for (int i = 0; i < CAPACITY; i++) {
      if (get(i) != 0 && !ProcessKey.isAlive(who(i))) {
        set(i, 0);
      }
    }
  }

  private long who(int index) {
    return get(index) & ~DONE;
  }

  private long get(int index) {
    return memory.getAtIndex(ValueLayout.JAVA_LONG, index);
  }

  private void set(int index, long value) {
    memory.setAtIndex(ValueLayout.JAVA_LONG, index, value);
  }

  /** What this process leaves when it ends; made when first needed. */
  private static final class Leaving {
    static final Set<Members> SET =
        Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    static {
      Thread hook = new Thread(Leaving::leaveAll, "weft-leave");
      hook.setContextClassLoader(Members.class.getClassLoader());
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void leaveAll() {
      if (endsBySignal()) {
        return;
      }
      synchronized (SET) {
        SET.forEach(Leaving::leave);
      }
    }

    private static void leave(Members members) {
      try {
        members.leave();
      } catch (IllegalStateException e) {
        return; // closed in the meantime
      }
    }

    /** The JVM ends itself on a thread named after the signal. */
    private static boolean endsBySignal() {
      return Thread.getAllStackTraces().keySet().stream()
          .anyMatch(each -> each.getName().matches("SIG[A-Z]+ handler"));
    }
  }
}
