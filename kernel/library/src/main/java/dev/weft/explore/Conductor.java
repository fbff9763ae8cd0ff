package dev.weft.explore;

import dev.weft.explore.Failure.Kind;
import dev.weft.thread.ThreadTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the threads of one trial, one at a time: whoever comes to a step lets the chooser say who
 * goes on.
 *
 * <p>A thread announces what it is about to do, and does it when it is chosen. One that wants a
 * lock can be chosen only while nobody else has that. One that blocks on something that is no step
 * of its own is noticed by its state, and the others go on without it until it comes to a step
 * again.
 */
final class Conductor {

  private static final int MOST_STEPS = 5_000;
  private static final long LOOK_MILLIS = 20;

  /** A thread that was let go on may take as long to do so. */
  private static final long LONGEST_WAKING = TimeUnit.SECONDS.toNanos(3);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final List<Actor> actors = new ArrayList<>();
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition changed = mutex.newCondition();
  private final List<Step> steps = new ArrayList<>();
  private final Owners owners = new Owners();
  private final ObjectNames names = new ObjectNames();
  private final Ending ending = new Ending(actors, owners, names);
  private final Turns turns;
  private @Nullable Failure failure;

  /** A thread that was found blocked when it was looked at last. */
  private @Nullable Actor suspect;

  private volatile boolean over;

  Conductor(Chooser chooser) {
    turns = new Turns(actors, owners, chooser);
  }

  /** A thread that is in here, or waits to be, is not blocked by anything else. */
  private void hold() {
    Actor actor = caller();
    if (actor != null) {
      actor.enterConductor();
    }
    mutex.lock();
  }

  private void letGo() {
    mutex.unlock();
    Actor actor = caller();
    if (actor != null) {
      actor.leaveConductor();
    }
  }

  List<Actor> actors() {
    return actors;
  }

  List<Step> steps() {
    return steps;
  }

  void add(String name, ThreadTask task) {
    if (actors.stream().anyMatch(each -> each.getName().equals(name))) {
      throw new IllegalArgumentException("There are two threads of the name [" + name + "]");
    }
    actors.add(new Actor(this, name, actors.size(), task));
  }

  void addCheck(String what, BooleanSupplier condition) {
    ending.addCheck(what, condition);
  }

  /** Returns the calling thread, if it is of this trial. */
  @Nullable Actor caller() {
    return Thread.currentThread() instanceof Actor actor && actor.conductor() == this
        ? actor
        : null;
  }

  /** Runs the threads until all have ended or can't; returns what went wrong. */
  @Nullable Failure perform() throws InterruptedException {
    try {
      actors.forEach(Thread::start);
      hold();
      try {
        goOn(null, null);
        supervise();
      } finally {
        over = true;
        letGo();
      }
      return failure == null ? ending.firstBroken() : failure;
    } finally {
      abandon();
    }
  }

  /** Waits for the end, and looks after a thread that does not come to its next step. */
  private void supervise() throws InterruptedException {
    int seen = -1;
    long since = System.nanoTime();
    while (!over) {
      boolean signalled = changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      long now = System.nanoTime();
      if (signalled || seen != steps.size()) {
        seen = steps.size();
        since = now;
        suspect = null;
      } else if (!over) {
        leaveStuck(now - since);
      }
    }
  }

  private void leaveStuck(long nanos) {
    Actor slow = turns.current();
    if (slow == null) {
      if (nanos > LONGEST_WAKING && areAllReallyBlocked()) {
        fail(ending.deadlock());
      }
    } else if (slow == suspect && isBlocked(slow)) {
      slow.stuck = true;
      steps.add(new Step(slow.getName(), "is held up (" + slow.getState() + ")"));
      goOn(null, null);
    }
    suspect = slow != null && isBlocked(slow) ? slow : null;
    if (nanos > PATIENCE && !over) {
      String who = slow == null ? "No thread" : slow.getName();
      fail(endless(who + " has not come to its next step within 30 seconds"));
    }
  }

  /** A thread that sleeps, or waits for a time, comes back. */
  private boolean areAllReallyBlocked() {
    return actors.stream()
        .filter(each -> each.stuck)
        .map(Thread::getState)
        .allMatch(state -> state == Thread.State.BLOCKED || state == Thread.State.WAITING);
  }

  private static boolean isBlocked(Actor actor) {
    return !actor.isInConductor() && isWaiting(actor);
  }

  private static boolean isWaiting(Actor actor) {
    return switch (actor.getState()) {
      case BLOCKED, WAITING, TIMED_WAITING -> true;
      default -> false;
    };
  }

  private static Failure endless(String message) {
    return new Failure(Kind.ENDLESS, message);
  }

  private void fail(Failure found) {
    failure = found;
    over = true;
    changed.signalAll();
  }

  /** Ends the threads that are still there. */
  private void abandon() throws InterruptedException {
    for (Actor each : actors) {
      each.wake();
    }
    for (Actor each : actors) {
      if (each.stuck) {
        each.interrupt();
      }
      each.join(TimeUnit.SECONDS.toMillis(1));
    }
  }

  /** Called by a thread when it starts: waits for its first turn. */
  void begin(Actor actor) {
    actor.awaitTurn();
    throwIfOver();
  }

  /** Called by a thread when it ends. */
  void end(Actor actor) {
    hold();
    try {
      owners.releaseAll(actor);
      actor.ended = true;
      Actor current = turns.current();
      if (current == actor || current == null) {
        goOn(null, null);
      }
    } finally {
      letGo();
    }
  }

  private void throwIfOver() {
    if (over) {
      throw new Actor.Abandoned();
    }
  }

  /** Called by a thread now and then between its steps: ends it when the trial is over. */
  void breathe() {
    throwIfOver();
  }

  /** Called by a thread that is about to do something that others may see. */
  void point(Actor actor, String what) {
    boolean waits;
    hold();
    try {
      if (over) {
        throw new Actor.Abandoned();
      }
      actor.stuck = false;
      Actor current = turns.current();
      if (current == null || current == actor) {
        goOn(current, actor);
      }
      waits = turns.current() != actor;
    } finally {
      letGo();
    }
    if (waits) {
      actor.awaitTurn();
    }
    record(actor, what);
  }

  private void record(Actor actor, String what) {
    hold();
    try {
      if (over) {
        throw new Actor.Abandoned();
      }
      Object lock = actor.wants;
      if (lock != null) {
        owners.take(lock, actor);
        actor.wants = null;
      }
      steps.add(new Step(actor.getName(), what));
      if (steps.size() > MOST_STEPS) {
        fail(endless("The threads have not ended after " + MOST_STEPS + " steps"));
      }
    } finally {
      letGo();
    }
  }

  /**
   * Lets somebody go on.
   *
   * @param from the one that ran until now, if it may go on
   * @param caller the thread that calls, which needs not be woken
   */
  private void goOn(@Nullable Actor from, @Nullable Actor caller) {
    if (over) {
      return;
    }
    turns.pass(from, caller);
    if (turns.current() == null) {
      nobodyCan();
    }
  }

  private void nobodyCan() {
    if (actors.stream().allMatch(each -> each.ended)) {
      over = true;
      changed.signalAll();
    } else if (actors.stream().noneMatch(each -> each.stuck)) {
      fail(ending.deadlock());
    }
  }

  /** Takes a lock, as a step; waits until nobody else has it. */
  void lock(Actor actor, Object lock) {
    hold();
    try {
      actor.wants = lock;
    } finally {
      letGo();
    }
    point(actor, "locks " + nameOf(lock));
  }

  /** Takes a lock that nobody else has, which is no step of its own; returns whether it did. */
  boolean tryLock(Actor actor, Object lock) {
    hold();
    try {
      boolean free = owners.isFreeFor(lock, actor);
      if (free) {
        owners.take(lock, actor);
      }
      return free;
    } finally {
      letGo();
    }
  }

  /** Gives a lock back; what could go on then has its chance at the next step. */
  boolean unlock(Actor actor, Object lock) {
    hold();
    try {
      if (owners.owner(lock) != actor) {
        return false;
      }
      owners.release(lock);
      if (!over) {
        steps.add(new Step(actor.getName(), "unlocks " + nameOf(lock)));
      }
      return true;
    } finally {
      letGo();
    }
  }

  /** Gives a lock back, waits for a signal, and takes the lock again. */
  void await(Actor actor, Object condition, Object lock) {
    int times;
    hold();
    try {
      times = owners.releaseWhole(lock);
      actor.awaits = condition;
      actor.wants = lock;
    } finally {
      letGo();
    }
    point(actor, "goes on, signalled by " + nameOf(condition));
    for (int i = 1; i < times; i++) {
      tryLock(actor, lock);
    }
  }

  /** Wakes those that wait for the condition, the first or all. */
  void signal(Object condition, boolean all) {
    hold();
    try {
      boolean more = true;
      for (Actor each : actors) {
        if (more && each.awaits == condition) {
          each.awaits = null;
          more = all;
        }
      }
    } finally {
      letGo();
    }
  }

  /** Returns who has the lock. */
  @Nullable Actor owner(Object lock) {
    hold();
    try {
      return owners.owner(lock);
    } finally {
      letGo();
    }
  }

  /** Completes the thread's latest step with what it has found. */
  void found(Actor actor, String announced, String value) {
    hold();
    try {
      int last = steps.size() - 1;
      Step expected = new Step(actor.getName(), announced);
      if (last >= 0 && !over && steps.get(last).equals(expected)) {
        steps.set(last, new Step(actor.getName(), announced + ": " + value));
      }
    } finally {
      letGo();
    }
  }

  /** Says what people call an object; the first name counts. */
  void name(Object object, String name) {
    hold();
    try {
      names.put(object, name);
    } finally {
      letGo();
    }
  }

  String nameOf(Object object) {
    hold();
    try {
      return names.get(object);
    } finally {
      letGo();
    }
  }
}
