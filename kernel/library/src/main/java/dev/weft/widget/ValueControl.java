package dev.weft.widget;

import dev.weft.comm.Comms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A control that holds a value, which the person and the code can change.
 *
 * <p>Listeners are called with the new value, whoever has changed it: by the person, on a thread
 * for callbacks, also while a cell is busy; by code, on the thread that sets it. What they print
 * and throw appears under the cell that has added them.
 *
 * <pre>{@code
 * var celsius = new FloatText(20).description("°C");
 * var label = new Label();
 * celsius.onChange(c -> label.value("%.1f °F".formatted(c * 9 / 5 + 32)));
 * new HBox(celsius, label)
 * }</pre>
 *
 * @param <T> the type of the value
 * @param <W> the widget itself
 */
public abstract class ValueControl<T, W extends ValueControl<T, W>> extends Control<W> {

  private final String name;
  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

  /** Guarded by the model. */
  private T value;

  ValueControl(ModelType type, String styleName, String name, T value) {
    super(type, styleName);
    this.name = name;
    this.value = value;
    model().onChange(this::changed);
  }

  /** Returns the value as JSON. */
  abstract @Nullable Object toJson(T of);

  /** Returns the value for what a client has sent, or null if that is none. */
  abstract @Nullable T fromJson(@Nullable Object json);

  /** Returns the value nearest to the given one that it can hold. */
  T nearest(T wanted) {
    return wanted;
  }

  /** Returns its value. */
  public final T value() {
    synchronized (model()) {
      return value;
    }
  }

  /** Sets its value, or the nearest that it can hold, and calls the listeners if that is new. */
  public final W value(T wanted) {
    T settled = nearest(Objects.requireNonNull(wanted, "value"));
    boolean isNew;
    synchronized (model()) {
      isNew = !settled.equals(value);
      value = settled;
      model().set(name, toJson(settled));
    }
    if (isNew) {
      fire(settled);
    }
    return self();
  }

  /** Calls the listener with each new value; returns the widget. */
  public final W onChange(Consumer<? super T> listener) {
    Executor cell = Comms.forThisCell();
    listeners.add(changed -> cell.execute(() -> listener.accept(changed)));
    return self();
  }

  /**
   * Keeps this value and another's alike, beginning with this one's; returns the widget.
   *
   * <p>Where one can't hold what the other holds, it holds the nearest.
   */
  public final W link(ValueControl<T, ?> other) {
    other.value(value());
    onChange(other::value);
    other.onChange(this::value);
    return self();
  }

  private void changed(Map<String, @Nullable Object> values) {
    if (!values.containsKey(name)) {
      return;
    }
    T wanted = fromJson(values.get(name));
    T settled;
    boolean isNew;
    synchronized (model()) {
      settled = wanted == null ? value : nearest(wanted);
      isNew = !settled.equals(value);
      value = settled;
      model().set(name, toJson(settled));
    }
    if (isNew) {
      fire(settled);
    }
  }

  private void fire(T changed) {
    listeners.forEach(listener -> listener.accept(changed));
  }

  @Override
  public String toString() {
    String words = description().isEmpty() ? "" : description() + ": ";
    return getClass().getSimpleName() + "(" + words + value() + ")";
  }
}
