package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/**
 * A box for a whole number.
 *
 * <p>The value changes when the person leaves the box or presses Enter.
 *
 * <pre>{@code
 * new IntText(8080).description("port")
 * }</pre>
 */
public final class IntText extends ValueControl<Integer, IntText> {

  /** Makes a box that holds 0. */
  public IntText() {
    this(0);
  }

  /** Makes a box that holds a number. */
  public IntText(int value) {
    super(ModelType.control("IntText"), "Description", "value", value);
    model().set("step", 1);
    model().set("continuous_update", false);
    model().set("value", value);
  }

  /** Sets how far the arrows beside the number move it. */
  public IntText step(int step) {
    return with("step", step);
  }

  @Override
  Object toJson(Integer of) {
    return of;
  }

  @Override
  @Nullable Integer fromJson(@Nullable Object json) {
    return json instanceof Number number ? Numbers.INTS.of(number) : null;
  }
}
