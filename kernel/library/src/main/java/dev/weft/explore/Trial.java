package dev.weft.explore;

import dev.weft.thread.ThreadTask;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run under one schedule: takes what threads do, what they share, and what must hold after.
 *
 * <pre>{@code
 * Explore.run(t -> {
 *   var a = t.lock("a");
 *   var b = t.lock("b");
 *   t.thread("anna", () -> { a.lock(); b.lock(); b.unlock(); a.unlock(); });
 *   t.thread("bert", () -> { b.lock(); a.lock(); a.unlock(); b.unlock(); });
 * })                                                 // finds the deadlock
 * }</pre>
 *
 * <p>In a notebook all code of cells has steps of its own, at each read and write of a field or an
 * array element, each monitor and lock, and each call of the JDK's shared objects: variables and
 * locks of this class are for code elsewhere, and for those who like to see the steps written out.
 */
public final class Trial {

  private final Conductor conductor;

  Trial(Conductor conductor) {
    this.conductor = conductor;
  }

  /**
   * Adds a thread; it begins when the body has returned and the schedule says so.
   *
   * @param name at the top of its column; no two are the same
   * @throws IllegalArgumentException if there is one of that name already
   */
  public void thread(String name, ThreadTask task) {
    Objects.requireNonNull(name, "The thread's name is null");
    Objects.requireNonNull(task, "The thread's task is null");
    conductor.add(name, task);
  }

  /** Adds a thread that is named by its letter: A, B and so on. */
  public void thread(ThreadTask task) {
    int count = conductor.actors().size();
    thread(count < 26 ? String.valueOf((char) ('A' + count)) : "thread-" + count, task);
  }

  /** Adds as many threads as that, which all do the same. */
  public void threads(int count, ThreadTask task) {
    for (int i = 0; i < count; i++) {
      thread(task);
    }
  }

  /** Returns a new variable, each read and write of which is a step. */
  public <T extends @Nullable Object> ExploredVariable<T> variable(String name, T initial) {
    return new ExploredVariable<>(conductor, name, initial);
  }

  /** Returns a new lock, reentrant, whose use is a step. */
  public ExploredLock lock(String name) {
    return new ExploredLock(conductor, name);
  }

  /** Makes a step of the calling thread that means nothing but that others may go before it. */
  public void step(String what) {
    Actor actor = conductor.caller();
    if (actor != null) {
      conductor.point(actor, what);
    }
  }

  /** Says what must hold when all threads have ended. */
  public void check(String what, BooleanSupplier condition) {
    conductor.addCheck(what, condition);
  }

  /** Says what must hold when all threads have ended. */
  public void check(BooleanSupplier condition) {
    check("the check at the end", condition);
  }
}
