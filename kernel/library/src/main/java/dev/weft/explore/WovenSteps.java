package dev.weft.explore;

import dev.weft.step.StepObserver;
import org.jspecify.annotations.Nullable;

/** Makes the steps of woven code, as the cells of a notebook are, steps of the trial. */
final class WovenSteps implements StepObserver {

  /** Loops without other steps have these. */
  @Override
  public void check() {
    if (Thread.currentThread() instanceof Actor actor) {
      actor.conductor().breathe();
    }
  }

  @Override
  public void reads(String what) {
    if (Thread.currentThread() instanceof Actor actor) {
      actor.conductor().point(actor, announced(what));
    }
  }

  private static String announced(String what) {
    return "reads " + what;
  }

  @Override
  public void hasRead(String what, @Nullable Object value) {
    if (Thread.currentThread() instanceof Actor actor) {
      if (value != null && !Values.isPlain(value)) {
        actor.conductor().name(value, what);
      }
      actor.conductor().found(actor, announced(what), Values.text(value));
    }
  }

  @Override
  public void writes(String what, @Nullable Object value) {
    if (Thread.currentThread() instanceof Actor actor) {
      actor.conductor().point(actor, what + " = " + Values.text(value));
    }
  }

  @Override
  public void enters(Object lock) {
    if (Thread.currentThread() instanceof Actor actor && isForeign(lock)) {
      actor.conductor().lock(actor, lock);
    }
  }

  @Override
  public void tried(Object lock, boolean taken) {
    if (taken && Thread.currentThread() instanceof Actor actor && isForeign(lock)) {
      actor.conductor().tryLock(actor, lock);
    }
  }

  @Override
  public void left(Object lock) {
    if (Thread.currentThread() instanceof Actor actor && isForeign(lock)) {
      actor.conductor().unlock(actor, lock);
    }
  }

  /** Locks of a trial make their own steps. */
  private static boolean isForeign(Object lock) {
    return !(lock instanceof ExploredLock);
  }
}
