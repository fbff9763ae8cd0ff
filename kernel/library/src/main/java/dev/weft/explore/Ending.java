package dev.weft.explore;

import dev.weft.explore.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What is to be said of a trial that has come to its end. */
final class Ending {

  private final List<Actor> actors;
  private final Owners owners;
  private final ObjectNames names;
  private final List<Check> checks = new ArrayList<>();

  Ending(List<Actor> actors, Owners owners, ObjectNames names) {
    this.actors = actors;
    this.owners = owners;
    this.names = names;
  }

  /** Something that must hold. */
  private record Check(String what, BooleanSupplier condition) {}

  void addCheck(String what, BooleanSupplier condition) {
    checks.add(new Check(what, condition));
  }

  /** Returns what is wrong although all threads have ended, null if nothing is. */
  @Nullable Failure firstBroken() {
    for (Actor each : actors) {
      Throwable thrown = each.thrown;
      if (thrown != null) {
        return new Failure(Kind.EXCEPTION, each.getName() + " has thrown " + thrown);
      }
    }
    for (Check each : checks) {
      if (!each.condition().getAsBoolean()) {
        return new Failure(Kind.CHECK, "What must hold does not: " + each.what());
      }
    }
    return null;
  }

  /** Returns who waits for what, where nobody can go on. */
  Failure deadlock() {
    StringBuilder text = new StringBuilder("No thread can go on:");
    String separator = " ";
    for (Actor each : actors) {
      if (!each.ended) {
        text.append(separator).append(each.getName()).append(waiting(each));
        separator = ", ";
      }
    }
    return new Failure(Kind.DEADLOCK, text.toString());
  }

  private String waiting(Actor actor) {
    if (actor.awaits != null) {
      return " waits for a signal of " + names.get(actor.awaits);
    }
    Object lock = actor.wants;
    if (lock == null) {
      Object blocker = LockSupport.getBlocker(actor);
      return " waits for " + (blocker == null ? "a monitor or a signal" : Values.text(blocker));
    }
    Actor owner = owners.owner(lock);
    String who = owner == null ? "" : ", which " + owner.getName() + " has";
    return " waits for " + names.get(lock) + who;
  }
}
