package dev.weft.deadlock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds rings among waits, of which each thread has one at most. */
final class Rings {

  private Rings() {}

  static List<Deadlock> find(List<LockWait> waits) {
    Map<Party, LockWait> byWaiter = new LinkedHashMap<>();
    waits.forEach(wait -> byWaiter.put(wait.waiter(), wait));
    List<Deadlock> rings = new ArrayList<>();
    Set<Party> done = new HashSet<>();
    for (Party start : byWaiter.keySet()) {
      List<LockWait> path = new ArrayList<>();
      Party at = start;
      while (done.add(at) && byWaiter.containsKey(at)) {
        LockWait wait = byWaiter.get(at);
        path.add(wait);
        at = wait.holder();
      }
      addRing(path, at, rings);
    }
    return rings;
  }

  /** The path is a ring from where it meets itself, if it does. */
  private static void addRing(List<LockWait> path, Party end, List<Deadlock> rings) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).waiter().equals(end)) {
        rings.add(new Deadlock(named(path.subList(i, path.size()))));
        return;
      }
    }
  }

  /** Who waits is known by a better name than who has something. */
  private static List<LockWait> named(List<LockWait> ring) {
    List<LockWait> named = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      LockWait wait = ring.get(i);
      Party holder = ring.get((i + 1) % ring.size()).waiter();
      named.add(new LockWait(wait.waiter(), wait.lock(), holder, wait.where()));
    }
    return named;
  }
}
