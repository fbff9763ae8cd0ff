package dev.weft.trace.flight;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who has the lock that a thread waits for, as the JVM's management tells; if it is there. */
final class Owners {

  private final boolean isThere = ModuleLayer.boot().findModule("java.management").isPresent();

  Owners() {}

  /** Returns the names of the owners that are users' threads, by the thread that waits for them. */
  Map<Thread, String> of(List<Thread> waiting, List<Thread> users) {
    return waiting.isEmpty() || !isThere ? Map.of() : Asked.of(waiting, users);
  }

  /** Apart, so that the classes of the management are needed only where they are there. */
  private static final class Asked {
    static Map<Thread, String> of(List<Thread> waiting, List<Thread> users) {
      Map<Long, String> names =
          users.stream().collect(Collectors.toMap(Thread::threadId, Thread::getName));
      long[] ids = waiting.stream().mapToLong(Thread::threadId).toArray();
      ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(ids);
      Map<Thread, String> owners = new HashMap<>();
      for (int i = 0; i < ids.length; i++) {
        String owner = infos[i] == null ? null : names.get(infos[i].getLockOwnerId());
        if (owner != null) {
          owners.put(waiting.get(i), owner);
        }
      }
      return owners;
    }
  }
}
