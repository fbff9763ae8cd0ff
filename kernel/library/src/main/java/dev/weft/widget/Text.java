package dev.weft.widget;

/**
 * A box for a line of text.
 *
 * <pre>{@code
 * new Text().description("name").placeholder("first and last").onEnter()
 * }</pre>
 */
public final class Text extends TextControl<Text> {

  /** Makes an empty one. */
  public Text() {
    this("");
  }

  /** Makes one with a text. */
  public Text(String text) {
    super(ModelType.control("Text"), "Text", text);
    model().set("continuous_update", true);
  }

  /** Makes it tell a new value only when the person presses Enter or leaves it. */
  public Text onEnter() {
    return with("continuous_update", false);
  }
}
