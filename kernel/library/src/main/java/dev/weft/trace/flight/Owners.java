package dev.weft.trace.flight;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has the lock that a thread waits for, as the JVM's management tells; if it is there. */
final class Owners {

  private final boolean isThere = ModuleLayer.boot().findModule("java.management").isPresent();

  Owners() {}

  /** Returns the names of the owners, of the threads that wait for something with an owner. */
  Map<Thread, String> of(List<Thread> threads) {
    return threads.isEmpty() || !isThere ? Map.of() : Asked.of(threads);
  }

  /** Apart, so that the classes of the management are needed only where they are there. */
  private static final class Asked {
    static Map<Thread, String> of(List<Thread> threads) {
      long[] ids = threads.stream().mapToLong(Thread::threadId).toArray();
      ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(ids);
      Map<Thread, String> owners = new HashMap<>();
      for (int i = 0; i < ids.length; i++) {
        String owner = infos[i] == null ? null : infos[i].getLockOwnerName();
        if (owner != null) {
          owners.put(threads.get(i), owner);
        }
      }
      return owners;
    }
  }
}
