package dev.weft.explore;

import java.util.IdentityHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Who has which lock, and how many times over; guarded by the conductor. */
final class Owners {

  private final IdentityHashMap<Object, Holding> holdings = new IdentityHashMap<>();

  private record Holding(Actor owner, int times) {}

  @Nullable Actor owner(Object lock) {
    Holding holding = holdings.get(lock);
    return holding == null ? null : holding.owner();
  }

  boolean isFreeFor(Object lock, Actor actor) {
    Actor owner = owner(lock);
    return owner == null || owner == actor;
  }

  void take(Object lock, Actor actor) {
    Holding holding = holdings.get(lock);
    holdings.put(lock, new Holding(actor, holding == null ? 1 : holding.times() + 1));
  }

  void release(Object lock) {
    holdings.computeIfPresent(
        lock,
        (_, holding) ->
            holding.times() == 1 ? null : new Holding(holding.owner(), holding.times() - 1));
  }

  /** Gives the lock back however often it was taken; returns how often. */
  int releaseWhole(Object lock) {
    Holding holding = holdings.remove(lock);
    return holding == null ? 0 : holding.times();
  }

  /**
   * Gives all locks of a thread back, those of the JDK as well that it has left locked; called by
   * that thread.
   */
  void releaseAll(Actor actor) {
    for (Object lock : holdings.keySet().toArray()) {
      if (owner(lock) == actor) {
        holdings.remove(lock);
        unlockReally(lock);
      }
    }
  }

  private static void unlockReally(Object lock) {
    if (lock instanceof ReentrantLock real) {
      while (real.isHeldByCurrentThread()) {
        real.unlock();
      }
    }
  }
}
