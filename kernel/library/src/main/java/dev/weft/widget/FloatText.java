package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/**
 * A box for a number with a fraction.
 *
 * <p>The value changes when the person leaves the box or presses Enter.
 *
 * <pre>{@code
 * new FloatText(0.5).description("p")
 * }</pre>
 */
public final class FloatText extends ValueControl<Double, FloatText> {

  /** Makes a box that holds 0. */
  public FloatText() {
    this(0);
  }

  /** Makes a box that holds a number. */
  public FloatText(double value) {
    super(ModelType.control("FloatText"), "Description", "value", value);
    model().set("step", null);
    model().set("continuous_update", false);
    model().set("value", value);
  }

  /** Sets how far the arrows beside the number move it. */
  public FloatText step(double step) {
    return with("step", step);
  }

  @Override
  Object toJson(Double of) {
    return of;
  }

  @Override
  @Nullable Double fromJson(@Nullable Object json) {
    return json instanceof Number number ? Numbers.DOUBLES.of(number) : null;
  }
}
