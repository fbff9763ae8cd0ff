package dev.weft.widget;

/**
 * HTML that the person can't change; scripts in it do not run.
 *
 * <pre>{@code
 * new Html("<b>done</b>")
 * }</pre>
 */
public final class Html extends TextControl<Html> {

  /** Makes an empty one. */
  public Html() {
    this("");
  }

  /** Makes one with a text. */
  public Html(String html) {
    super(ModelType.control("HTML"), "HTML", html);
  }
}
