package dev.weft.trace.flight;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has the lock that a thread waits for, as the JVM's management tells; if it is there. */
final class Owners {

  private final boolean isThere = ModuleLayer.boot().findModule("java.management").isPresent();

  Owners() {}

  /**
   * What a thread waits for, and who has it.
   *
   * @param number what {@link System#identityHashCode} gives of it
   */
  record Owned(String owner, String className, int number) {}

  /** Returns it of the threads that wait for something with an owner. */
  Map<Thread, Owned> of(List<Thread> threads) {
    return threads.isEmpty() || !isThere ? Map.of() : Asked.of(threads);
  }

  /** Apart, so that the classes of the management are needed only where they are there. */
  private static final class Asked {
    static Map<Thread, Owned> of(List<Thread> threads) {
      long[] ids = threads.stream().mapToLong(Thread::threadId).toArray();
      ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(ids);
      Map<Thread, Owned> owners = new HashMap<>();
      for (int i = 0; i < ids.length; i++) {
        String owner = infos[i] == null ? null : infos[i].getLockOwnerName();
        LockInfo lock = infos[i] == null ? null : infos[i].getLockInfo();
        if (owner != null && lock != null) {
          Owned owned = new Owned(owner, lock.getClassName(), lock.getIdentityHashCode());
          owners.put(threads.get(i), owned);
        }
      }
      return owners;
    }
  }
}
