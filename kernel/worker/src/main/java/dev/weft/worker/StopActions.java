package dev.weft.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What else is to be done when a cell is stopped, such as ending its child processes. */
final class StopActions {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Set<Runnable>> byCell = new HashMap<>();

  /** Adds an action; returns what removes it. */
  Runnable add(long cell, Runnable action) {
    lock.lock();
    try {
      byCell.computeIfAbsent(cell, id -> new LinkedHashSet<>()).add(action);
    } finally {
      lock.unlock();
    }
    return () -> remove(cell, action);
  }

  private void remove(long cell, Runnable action) {
    lock.lock();
    try {
      Set<Runnable> actions = byCell.get(cell);
      if (actions != null && actions.remove(action) && actions.isEmpty()) {
        byCell.remove(cell);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does what is to be done when the cell is stopped. */
  void run(long cell) {
    List<Runnable> actions = List.of();
    lock.lock();
    try {
      actions = new ArrayList<>(byCell.getOrDefault(cell, Set.of()));
    } finally {
      lock.unlock();
    }
    actions.forEach(Runnable::run);
  }
}
