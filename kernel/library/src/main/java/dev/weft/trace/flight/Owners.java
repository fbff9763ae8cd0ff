package dev.weft.trace.flight;

import java.lang.management.LockInfo;
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

  /**
   * What a thread waits for, and who has it.
   *
   * @param owner empty if that is no user's thread
   * @param number what {@link System#identityHashCode} gives of it
   */
  record Owned(String owner, String className, int number) {}

  /** Returns it of the threads that wait for something with an owner. */
  Map<Thread, Owned> of(List<Thread> waiting, List<Thread> users) {
    return waiting.isEmpty() || !isThere ? Map.of() : Asked.of(waiting, users);
  }

  /** Apart, so that the classes of the management are needed only where they are there. */
  private static final class Asked {
    static Map<Thread, Owned> of(List<Thread> waiting, List<Thread> users) {
      Map<Long, String> names =
          users.stream().collect(Collectors.toMap(Thread::threadId, Thread::getName));
      long[] ids = waiting.stream().mapToLong(Thread::threadId).toArray();
      ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(ids);
      Map<Thread, Owned> owners = new HashMap<>();
      for (int i = 0; i < ids.length; i++) {
        LockInfo lock = infos[i] == null ? null : infos[i].getLockInfo();
        if (lock != null && infos[i].getLockOwnerName() != null) {
          String owner = names.getOrDefault(infos[i].getLockOwnerId(), "");
          Owned owned = new Owned(owner, lock.getClassName(), lock.getIdentityHashCode());
          owners.put(waiting.get(i), owned);
        }
      }
      return owners;
    }
  }
}
