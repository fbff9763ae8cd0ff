package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/**
 * A control whose value is a number between two limits, both included.
 *
 * <pre>{@code
 * RangeControl<Integer, ?> sizes = new IntSlider(1, 8);
 * sizes.max(16);
 * }</pre>
 *
 * @param <T> the type of the number
 * @param <W> the widget itself
 */
public abstract class RangeControl<T extends Number & Comparable<T>, W extends RangeControl<T, W>>
    extends ValueControl<T, W> {

  private final Numbers<T> numbers;

  /** Guarded by the model, as is the next. */
  private T min;

  private T max;

  RangeControl(ModelType type, String styleName, Numbers<T> numbers, T min, T max, T value) {
    super(type, styleName, "value", value);
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "The least value " + min + " is more than the greatest " + max + ".");
    }
    this.numbers = numbers;
    this.min = min;
    this.max = max;
    model().set("min", min);
    model().set("max", max);
    value(value);
  }

  /** Returns the least value. */
  public final T min() {
    synchronized (model()) {
      return min;
    }
  }

  /** Returns the greatest value. */
  public final T max() {
    synchronized (model()) {
      return max;
    }
  }

  /** Sets the least value; the greatest, and the value, follow where they are less. */
  public final W min(T least) {
    synchronized (model()) {
      min = least;
      max = max.compareTo(least) < 0 ? least : max;
      sendLimits();
    }
    return value(value());
  }

  /** Sets the greatest value; the least, and the value, follow where they are more. */
  public final W max(T greatest) {
    synchronized (model()) {
      max = greatest;
      min = min.compareTo(greatest) > 0 ? greatest : min;
      sendLimits();
    }
    return value(value());
  }

  private void sendLimits() {
    model().set("min", min);
    model().set("max", max);
  }

  @Override
  final T nearest(T wanted) {
    synchronized (model()) {
      T atLeast = wanted.compareTo(min) < 0 ? min : wanted;
      return atLeast.compareTo(max) > 0 ? max : atLeast;
    }
  }

  @Override
  final Object toJson(T of) {
    return of;
  }

  @Override
  final @Nullable T fromJson(@Nullable Object json) {
    return json instanceof Number number ? numbers.of(number) : null;
  }
}
