package dev.weft.widget;

/**
 * Where a widget stands and how large it is: CSS properties of its box.
 *
 * <p>Values are CSS text, such as {@code 50%}, {@code 20em} or {@code auto}. Safe for use by
 * several threads; a change shows at once.
 *
 * <pre>{@code
 * var slider = new IntSlider(0, 10);
 * slider.layout().width("50%").margin("1em 0");
 * }</pre>
 */
public final class Layout {

  private final Model model = new Model(ModelType.LAYOUT);

  Layout() {}

  Model model() {
    return model;
  }

  /** Sets the width. */
  public Layout width(String css) {
    return set("width", css);
  }

  /** Sets the height. */
  public Layout height(String css) {
    return set("height", css);
  }

  /** Sets the room around the box. */
  public Layout margin(String css) {
    return set("margin", css);
  }

  /** Sets the room inside the box, around what it holds. */
  public Layout padding(String css) {
    return set("padding", css);
  }

  /** Sets the border on all sides, such as {@code 1px solid gray}. */
  public Layout border(String css) {
    set("border_top", css);
    set("border_right", css);
    set("border_bottom", css);
    return set("border_left", css);
  }

  /** Shows or hides the widget; hidden, it takes no room. */
  public Layout visible(boolean visible) {
    return set("display", visible ? "" : "none");
  }

  /**
   * Sets any other property that widgets have, such as {@code justify_content} or {@code overflow}.
   *
   * @param property the name in CSS, with underscores in place of hyphens
   */
  public Layout set(String property, String css) {
    model.set(property.replace('-', '_'), css);
    return this;
  }
}
