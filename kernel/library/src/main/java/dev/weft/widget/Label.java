package dev.weft.widget;

/**
 * Words that the person can't change, in plain text and TeX between dollar signs.
 *
 * <pre>{@code
 * new HBox(new IntSlider(0, 10), new Label("metres"))
 * }</pre>
 */
public final class Label extends TextControl<Label> {

  /** Makes an empty one. */
  public Label() {
    this("");
  }

  /** Makes one with a text. */
  public Label(String text) {
    super(ModelType.control("Label"), "Label", text);
  }
}
