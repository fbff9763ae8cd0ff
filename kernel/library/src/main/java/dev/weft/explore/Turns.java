package dev.weft.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose turn it is; guarded by the conductor. */
final class Turns {

  private static final int MOST_IN_A_ROW = 100;

  private final List<Actor> actors;
  private final Owners owners;
  private final Chooser chooser;
  private @Nullable Actor current;
  private int inARow;

  /** Whether the turn that ends was not one in which a thread has begun. */
  private boolean allBegun;

  Turns(List<Actor> actors, Owners owners, Chooser chooser) {
    this.actors = actors;
    this.owners = owners;
    this.chooser = chooser;
  }

  /** Returns the thread whose turn it is; null if none can go on. */
  @Nullable Actor current() {
    return current;
  }

  /**
   * Gives the turn to somebody, and wakes that one.
   *
   * @param from the one that ran until now, if it may go on
   * @param caller the thread that calls, which needs not be woken
   */
  void pass(@Nullable Actor from, @Nullable Actor caller) {
    List<Integer> able = able();
    Actor begins = firstNotBegun();
    Actor next = begins != null ? begins : able.isEmpty() ? null : chosen(able, from);
    allBegun = begins == null;
    inARow = next == from ? inARow + 1 : 0;
    current = next;
    if (next != null && next != caller) {
      next.wake();
    }
  }

  /** Each thread goes to its first step before anybody chooses: what is before nobody else sees. */
  private @Nullable Actor firstNotBegun() {
    for (Actor each : actors) {
      if (!each.begun) {
        each.begun = true;
        return each;
      }
    }
    return null;
  }

  private List<Integer> able() {
    List<Integer> able = new ArrayList<>();
    for (Actor each : actors) {
      if (isAble(each)) {
        able.add(each.index());
      }
    }
    return able;
  }

  private boolean isAble(Actor actor) {
    return !actor.ended
        && !actor.stuck
        && actor.awaits == null
        && (actor.wants == null || owners.isFreeFor(actor.wants, actor));
  }

  private Actor chosen(List<Integer> able, @Nullable Actor from) {
    int running = from == null || !allBegun ? -1 : from.index();
    if (able.size() > 1 && inARow >= MOST_IN_A_ROW) {
      able.remove(Integer.valueOf(running)); // as a loop that waits for the others has to
    }
    int before = able.contains(running) ? running : -1;
    int index = able.size() == 1 ? able.getFirst() : chooser.choose(able, before);
    return actors.get(index);
  }
}
