package dev.weft.widget;

/**
 * A slider over whole numbers.
 *
 * <pre>{@code
 * new IntSlider(0, 100).description("n").onChange(n -> System.out.println(n * n))
 * }</pre>
 */
public final class IntSlider extends RangeControl<Integer, IntSlider> {

  /** Makes a slider from 0 to 100, which stands at 0. */
  public IntSlider() {
    this(0, 100);
  }

  /** Makes a slider that stands at its least value. */
  public IntSlider(int min, int max) {
    this(min, max, min);
  }

  /**
   * Makes a slider that stands at a value.
   *
   * @throws IllegalArgumentException if the limits are the wrong way round
   */
  public IntSlider(int min, int max, int value) {
    super(ModelType.control("IntSlider"), "Slider", Numbers.INTS, min, max, value);
    model().set("step", 1);
    model().set("orientation", "horizontal");
    model().set("readout", true);
    model().set("readout_format", "d");
    model().set("continuous_update", true);
  }

  /** Sets how far one key or notch moves it. */
  public IntSlider step(int step) {
    return with("step", step);
  }

  /** Stands it upright. */
  public IntSlider vertical() {
    return with("orientation", "vertical");
  }

  /** Makes it tell a new value only when the person lets go of it. */
  public IntSlider onRelease() {
    return with("continuous_update", false);
  }

  /** Sets whether the value stands beside it. */
  public IntSlider readout(boolean shown) {
    return with("readout", shown);
  }
}
