package dev.weft.widget;

/**
 * A bar that fills while work goes on, measured with a fraction.
 *
 * <pre>{@code
 * var bar = new FloatProgress(0, 1);
 * display(bar);
 * bar.value(0.5);
 * }</pre>
 */
public final class FloatProgress extends RangeControl<Double, FloatProgress> {

  /** Makes an empty bar from 0 to 100. */
  public FloatProgress() {
    this(0, 100);
  }

  /**
   * Makes an empty bar.
   *
   * @throws IllegalArgumentException if the limits are the wrong way round
   */
  public FloatProgress(double min, double max) {
    super(
        ModelType.control("FloatProgress", "Progress"), "Progress", Numbers.DOUBLES, min, max, min);
    model().set("orientation", "horizontal");
    model().set("bar_style", "");
  }

  /** Colours the bar by what it says. */
  public FloatProgress look(Look look) {
    return with("bar_style", look.word());
  }
}
