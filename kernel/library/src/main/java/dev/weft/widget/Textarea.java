package dev.weft.widget;

/**
 * A box for several lines of text.
 *
 * <pre>{@code
 * new Textarea().rows(10).description("notes")
 * }</pre>
 */
public final class Textarea extends TextControl<Textarea> {

  /** Makes an empty one. */
  public Textarea() {
    this("");
  }

  /** Makes one with a text. */
  public Textarea(String text) {
    super(ModelType.control("Textarea"), "Text", text);
    model().set("continuous_update", true);
  }

  /** Makes it tell a new value only when the person leaves it. */
  public Textarea onLeave() {
    return with("continuous_update", false);
  }

  /** Sets how many lines are seen at a time. */
  public Textarea rows(int lines) {
    return with("rows", lines);
  }
}
