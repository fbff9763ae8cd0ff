package dev.weft.explore;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A variable that the threads of a {@link Trial} share; each read and each write is a step, before
 * which another thread may go.
 *
 * <pre>{@code
 * var n = t.variable("n", 0);
 * t.thread(() -> n.set(n.get() + 1));     // two steps
 * t.thread(() -> n.update(v -> v + 1));   // one step
 * }</pre>
 *
 * <p>Threads that are not of the trial read and write it without a step.
 *
 * @param <T> type of the value, which may be null
 */
public final class ExploredVariable<T extends @Nullable Object> {

  private final Conductor conductor;
  private final String name;
  private volatile T value;

  ExploredVariable(Conductor conductor, String name, T initial) {
    this.conductor = conductor;
    this.name = name;
    value = initial;
  }

  /** Returns the value. */
  public T get() {
    Actor actor = conductor.caller();
    if (actor == null) {
      return value;
    }
    String step = "reads " + name;
    conductor.point(actor, step);
    T read = value;
    conductor.found(actor, step, Values.text(read));
    return read;
  }

  /** Changes the value. */
  public void set(T changed) {
    step(name + " = " + Values.text(changed));
    value = changed;
  }

  /** Changes the value to what the operation makes of it, at once, as atomics do. */
  public T update(UnaryOperator<T> operation) {
    Actor actor = conductor.caller();
    String step = "updates " + name;
    step(step);
    T changed = operation.apply(value);
    value = changed;
    if (actor != null) {
      conductor.found(actor, step, Values.text(changed));
    }
    return changed;
  }

  private void step(String what) {
    Actor actor = conductor.caller();
    if (actor != null) {
      conductor.point(actor, what);
    }
  }

  /** Returns the value as text. */
  @Override
  public String toString() {
    @Nullable Object shown = value;
    return String.valueOf(shown);
  }
}
