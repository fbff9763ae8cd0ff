package dev.weft.widget;

/**
 * A bar that fills while work goes on, counted in whole numbers.
 *
 * <pre>{@code
 * var bar = new IntProgress(0, 50).description("files");
 * display(bar);
 * for (int i = 0; i < 50; i++) { copy(i); bar.value(i + 1); }
 * }</pre>
 */
public final class IntProgress extends RangeControl<Integer, IntProgress> {

  /** Makes an empty bar from 0 to 100. */
  public IntProgress() {
    this(0, 100);
  }

  /**
   * Makes an empty bar.
   *
   * @throws IllegalArgumentException if the limits are the wrong way round
   */
  public IntProgress(int min, int max) {
    super(ModelType.control("IntProgress", "Progress"), "Progress", Numbers.INTS, min, max, min);
    model().set("orientation", "horizontal");
    model().set("bar_style", "");
  }

  /** Colours the bar by what it says. */
  public IntProgress look(Look look) {
    return with("bar_style", look.word());
  }
}
