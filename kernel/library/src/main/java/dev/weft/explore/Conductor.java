package dev.weft.explore;

import dev.weft.explore.Failure.Kind;
import dev.weft.thread.ThreadTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
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
  private static final int MOST_IN_A_ROW = 100;
  private static final long LOOK_MILLIS = 20;

  /** A thread that was let go on may take as long to do so. */
  private static final long LONGEST_WAKING = TimeUnit.MILLISECONDS.toNanos(500);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final Chooser chooser;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition changed = mutex.newCondition();
  private final List<Step> steps = new ArrayList<>();
  private final Owners owners = new Owners();
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private @Nullable Actor current;
  private @Nullable Failure failure;
  private int inARow;

  /** Whether the turn that ends was not one in which a thread has begun. */
  private boolean allBegun;

  private volatile boolean over;

  Conductor(Chooser chooser) {
    this.chooser = chooser;
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

  /** Something that must hold at the end. */
  record Check(String what, BooleanSupplier condition) {}

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
    checks.add(new Check(what, condition));
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
      return failure == null ? firstBroken() : failure;
    } finally {
      abandon();
    }
  }

  private @Nullable Failure firstBroken() {
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
      } else if (!over) {
        leaveStuck(now - since);
      }
    }
  }

  private void leaveStuck(long nanos) {
    Actor slow = current;
    boolean impatient = nanos > PATIENCE;
    if (slow == null && nanos > LONGEST_WAKING && areAllReallyBlocked()) {
      fail(Kind.DEADLOCK, deadlock());
      return;
    }
    if (slow != null && isBlocked(slow)) {
      slow.stuck = true;
      steps.add(new Step(slow.getName(), "is held up (" + slow.getState() + ")"));
      goOn(null, null);
    } else if (impatient) {
      String who = slow == null ? "No thread" : slow.getName();
      fail(Kind.ENDLESS, who + " has not come to its next step within 10 seconds");
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

  private void fail(Kind kind, String message) {
    failure = new Failure(kind, message);
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
      boolean idle = current == null;
      if (idle || current == actor) {
        goOn(idle ? null : actor, actor);
      }
      waits = current != actor;
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
        fail(Kind.ENDLESS, "The threads have not ended after " + MOST_STEPS + " steps");
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
    List<Integer> able = able();
    Actor begins = firstNotBegun();
    Actor next = begins != null ? begins : able.isEmpty() ? null : chosen(able, from);
    allBegun = begins == null;
    inARow = next == from ? inARow + 1 : 0;
    current = next;
    if (next == null) {
      nobodyCan();
    } else if (next != caller) {
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

  private Actor chosen(List<Integer> able, @Nullable Actor from) {
    int running = from == null || !allBegun ? -1 : from.index();
    if (able.size() > 1 && inARow >= MOST_IN_A_ROW) {
      able.remove(Integer.valueOf(running)); // as a loop that waits for the others has to
    }
    int before = able.contains(running) ? running : -1;
    int index = able.size() == 1 ? able.getFirst() : chooser.choose(able, before);
    return actors.get(index);
  }

  private boolean isAble(Actor actor) {
    return !actor.ended
        && !actor.stuck
        && actor.awaits == null
        && (actor.wants == null || owners.isFreeFor(actor.wants, actor));
  }

  private void nobodyCan() {
    if (actors.stream().allMatch(each -> each.ended)) {
      over = true;
      changed.signalAll();
    } else if (actors.stream().noneMatch(each -> each.stuck)) {
      fail(Kind.DEADLOCK, deadlock());
    }
  }

  private String deadlock() {
    StringBuilder text = new StringBuilder("No thread can go on:");
    String separator = " ";
    for (Actor each : actors) {
      if (!each.ended) {
        text.append(separator).append(each.getName()).append(waiting(each));
        separator = ", ";
      }
    }
    return text.toString();
  }

  private String waiting(Actor actor) {
    if (actor.awaits != null) {
      return " waits for a signal of " + nameOf(actor.awaits);
    }
    Object lock = actor.wants;
    if (lock == null) {
      Object blocker = LockSupport.getBlocker(actor);
      return " waits for " + (blocker == null ? "a monitor or a signal" : Values.text(blocker));
    }
    Actor owner = owners.owner(lock);
    String who = owner == null ? "" : ", which " + owner.getName() + " has";
    return " waits for " + nameOf(lock) + who;
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
      names.putIfAbsent(object, name);
    } finally {
      letGo();
    }
  }

  String nameOf(Object object) {
    hold();
    try {
      return names.computeIfAbsent(
          object,
          each -> {
            String type = each.getClass().getSimpleName();
            return type + " " + numbers.merge(type, 1, Integer::sum);
          });
    } finally {
      letGo();
    }
  }
}
