package dev.weft.widget;

/**
 * A box for a line of text that is not shown while it is typed.
 *
 * <pre>{@code
 * var secret = new Password().description("token");
 * }</pre>
 */
public final class Password extends TextControl<Password> {

  /** Makes an empty one. */
  public Password() {
    this("");
  }

  /** Makes one with a text. */
  public Password(String text) {
    super(ModelType.control("Password"), "Text", text);
    model().set("continuous_update", true);
  }

  /** Makes it tell a new value only when the person presses Enter or leaves it. */
  public Password onEnter() {
    return with("continuous_update", false);
  }

  @Override
  public String toString() {
    return "Password(" + description() + ")";
  }
}
