package dev.weft.process.child;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whose a child's tasks are, and so what it prints. Safe for use by several threads. */
final class Owners {

  /** Of how many tasks that have ended it is known whose they were, as threads may still print. */
  private static final int KEPT = 1_000;

  private final Map<Long, Owner> byTask = new ConcurrentHashMap<>();
  private volatile @Nullable Owner latest;

  void own(long task, Owner owner) {
    latest = owner;
    byTask.put(task, owner);
  }

  /** Prints for the owner of a task, or for the latest owner where that is not known. */
  void print(long task, boolean error, String text) {
    print(byTask.getOrDefault(task, latest), error, text);
  }

  /** Prints for the owner of what the child does now. */
  void print(boolean error, String text) {
    print(latest, error, text);
  }

  private static void print(@Nullable Owner owner, boolean error, String text) {
    if (owner != null) {
      owner.print(error, text);
    }
  }

  /** Shows what the calling thread has printed for a task, which has ended. */
  void ended(long task) {
    Owner owner = byTask.get(task);
    if (owner != null) {
      owner.flush();
    }
    byTask.remove(task - KEPT);
  }

  /** Shows all that the calling thread has printed. */
  void flush() {
    byTask.values().forEach(Owner::flush);
  }
}
