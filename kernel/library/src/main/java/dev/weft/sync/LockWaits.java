package dev.weft.sync;

import dev.weft.deadlock.Deadlocks;
import dev.weft.deadlock.LockTable;
import dev.weft.deadlock.Party;
import dev.weft.segment.ProcessKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** For which locks between processes the threads of this one wait, for what looks for deadlocks. */
final class LockWaits implements LockTable {

  private static final LockWaits TABLE = new LockWaits();

  static {
    Deadlocks.add(TABLE);
  }

  private final Map<Thread, ProcessLock> waits = new ConcurrentHashMap<>();

  private LockWaits() {}

  /** The calling thread begins to wait. */
  static void begin(ProcessLock lock) {
    TABLE.waits.put(Thread.currentThread(), lock);
  }

  /** The calling thread waits no more. */
  static void end() {
    TABLE.waits.remove(Thread.currentThread());
  }

  @Override
  public List<Entry> waits() {
    List<Entry> entries = new ArrayList<>();
    int self = ProcessKey.pid(ProcessKey.self());
    waits.forEach(
        (thread, lock) -> {
          Party holder = lock.holder();
          if (holder.process() != 0) {
            Party waiter = new Party(self, thread.threadId(), thread.getName());
            entries.add(new Entry(waiter, lock.name(), holder));
          }
        });
    return entries;
  }
}
