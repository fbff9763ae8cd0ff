package dev.weft.deadlock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All threads at one moment, and what is known of the locks between them. */
final class Survey {

  private final long process = ProcessHandle.current().pid();
  private final List<ThreadSeen> threads;
  private final Map<Long, ThreadSeen> byId = new HashMap<>();
  private final LockNames names;
  private final LockOwners owners;
  private final Map<Party, LockTable.Entry> tables = new HashMap<>();

  /** What the program calls the locks of tables. */
  private final Map<String, String> ofTables = new HashMap<>();

  Survey(List<ThreadSeen> threads, NamedObjects program, List<LockTable> tables) {
    this.threads = threads;
    threads.forEach(each -> byId.put(each.id(), each));
    names = new LockNames(program);
    owners = new LockOwners(threads);
    if (threads.stream().anyMatch(this::isPuzzling)) {
      owners.probe(names);
    }
    tables.forEach(table -> table.waits().forEach(e -> this.tables.put(e.waiter(), e)));
    if (!this.tables.isEmpty()) {
      program.forEachVariable((name, value) -> nameOfTable(name, value, tables));
    }
  }

  private void nameOfTable(String variable, Object value, List<LockTable> all) {
    for (LockTable each : all) {
      String lock = each.name(value);
      if (lock != null) {
        ofTables.putIfAbsent(lock, variable);
      }
    }
  }

  private String name(LockTable.Entry entry) {
    return ofTables.getOrDefault(entry.lock(), entry.lock());
  }

  /** Whether the thread waits for a lock of which the name or the owner can be found out. */
  private boolean isPuzzling(ThreadSeen thread) {
    String lock = thread.waitsFor();
    return lock.contains("ReentrantLock$") && (owners.owner(lock) == null || !names.isNamed(lock));
  }

  private Party party(ThreadSeen thread) {
    return new Party(process, thread.id(), thread.called());
  }

  /** Tables know threads of this process by their numbers alone. */
  private Party named(Party holder) {
    ThreadSeen thread = holder.process() == process ? byId.get(holder.thread()) : null;
    return thread == null ? holder : party(thread);
  }

  private @Nullable LockWait wait(ThreadSeen thread) {
    Party waiter = party(thread);
    LockTable.Entry entry = tables.get(waiter);
    String where = Place.of(thread.frames());
    if (entry != null) {
      return new LockWait(waiter, name(entry), named(entry.holder()), where);
    }
    Long owner = thread.waitsFor().isEmpty() ? null : owners.owner(thread.waitsFor());
    ThreadSeen holder = owner == null ? null : byId.get(owner);
    return holder == null || holder.id() == thread.id()
        ? null
        : new LockWait(waiter, names.name(thread.waitsFor()), party(holder), where);
  }

  List<Deadlock> deadlocks() {
    List<LockWait> waits = new ArrayList<>();
    Set<Party> here = new HashSet<>();
    for (ThreadSeen each : threads) {
      LockWait wait = wait(each);
      if (wait != null) {
        waits.add(wait);
        here.add(wait.waiter());
      }
    }
    tables.forEach(
        (waiter, entry) -> {
          if (!here.contains(waiter)) {
            waits.add(new LockWait(waiter, name(entry), entry.holder(), ""));
          }
        });
    return Rings.find(waits);
  }

  /**
   * Returns whether a deadlock that an earlier survey has found is real: processes are asked one
   * after the other, so only waits that both have seen went on at the same time.
   */
  boolean confirms(Deadlock deadlock, Survey earlier) {
    boolean same =
        deadlock.threads().stream()
            .allMatch(each -> Objects.equals(tables.get(each), earlier.tables.get(each)));
    Set<Party> ring = Set.copyOf(deadlock.threads());
    return same && deadlocks().stream().anyMatch(each -> ring.equals(Set.copyOf(each.threads())));
  }

  /** Returns a row for each thread that is of interest. */
  List<ThreadRow> rows(Set<Long> omitted) {
    List<ThreadRow> rows = new ArrayList<>();
    for (ThreadSeen each : threads) {
      if (!omitted.contains(each.id())) {
        rows.add(row(each));
      }
    }
    return rows;
  }

  private ThreadRow row(ThreadSeen thread) {
    LockWait wait = wait(thread);
    String lock = thread.waitsFor();
    String waitsFor = wait != null ? wait.lock() : lock.isEmpty() ? "" : names.name(lock);
    String holder = wait == null ? "" : wait.holder().name();
    boolean sleeps = thread.isSleeping();
    return new ThreadRow(
        thread.id(),
        thread.called(),
        thread.virtual(),
        sleeps ? "sleeping" : state(thread.state()),
        sleeps ? "" : waitsFor,
        holder,
        Place.of(thread.frames()));
  }

  private static String state(String state) {
    return switch (state) {
      case "RUNNABLE" -> "running";
      case "BLOCKED" -> "blocked";
      case "WAITING" -> "waiting";
      case "TIMED_WAITING" -> "waiting for a time";
      default -> state.toLowerCase(Locale.ROOT);
    };
  }
}
