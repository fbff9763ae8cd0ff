package dev.weft.widget;

/**
 * A slider over numbers with a fraction.
 *
 * <pre>{@code
 * new FloatSlider(0, 1).step(0.01).description("p")
 * }</pre>
 */
public final class FloatSlider extends RangeControl<Double, FloatSlider> {

  /** Makes a slider from 0 to 100, which stands at 0. */
  public FloatSlider() {
    this(0, 100);
  }

  /** Makes a slider that stands at its least value. */
  public FloatSlider(double min, double max) {
    this(min, max, min);
  }

  /**
   * Makes a slider that stands at a value.
   *
   * @throws IllegalArgumentException if the limits are the wrong way round
   */
  public FloatSlider(double min, double max, double value) {
    super(ModelType.control("FloatSlider"), "Slider", Numbers.DOUBLES, min, max, value);
    model().set("step", (max - min) / 100);
    model().set("orientation", "horizontal");
    model().set("readout", true);
    model().set("readout_format", ".2f");
    model().set("continuous_update", true);
  }

  /** Sets how far one key or notch moves it. */
  public FloatSlider step(double step) {
    return with("step", step);
  }

  /** Stands it upright. */
  public FloatSlider vertical() {
    return with("orientation", "vertical");
  }

  /** Makes it tell a new value only when the person lets go of it. */
  public FloatSlider onRelease() {
    return with("continuous_update", false);
  }

  /** Sets whether the value stands beside it. */
  public FloatSlider readout(boolean shown) {
    return with("readout", shown);
  }
}
