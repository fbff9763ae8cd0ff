package dev.weft.sync;

import dev.weft.deadlock.Deadlocks;
import dev.weft.deadlock.LockTable;
import dev.weft.deadlock.Party;
import dev.weft.segment.ProcessKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** For which locks between processes the threads of this one wait, for what looks for deadlocks. */
final class LockWaits implements LockTable {

  private static final LockWaits TABLE = new LockWaits();

  static {
    Deadlocks.add(TABLE);
  }

  private final Map<Thread, Waiting> waits = new ConcurrentHashMap<>();

  private record Waiting(ProcessLock lock, long since) {}

  private LockWaits() {}

  /** The calling thread begins to wait. */
  static void begin(ProcessLock lock) {
    TABLE.waits.put(Thread.currentThread(), new Waiting(lock, System.nanoTime()));
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
        (thread, waiting) -> {
          Party holder = waiting.lock().holder();
          if (holder.process() != 0) {
            Party waiter = new Party(self, thread.threadId(), thread.getName());
            entries.add(new Entry(waiter, waiting.lock().name(), holder, waiting.since()));
          }
        });
    return entries;
  }

  @Override
  public @Nullable String name(Object lock) {
    return lock instanceof ProcessLock own ? own.name() : null;
  }
}
