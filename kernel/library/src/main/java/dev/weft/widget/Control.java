package dev.weft.widget;

/**
 * A widget with a description that can be switched off.
 *
 * <p>Methods that set something return the widget, so that calls follow one another.
 *
 * <pre>{@code
 * var go = new Button("Go").tooltip("starts the run").enabled(false);
 * }</pre>
 *
 * @param <W> the widget itself
 */
public abstract class Control<W extends Control<W>> extends Widget {

  private final Model style;

  Control(ModelType type, String styleName) {
    super(type);
    style = new Model(ModelType.style(styleName));
    model().set("style", style);
    model().set("description", "");
  }

  @SuppressWarnings("unchecked") // each subclass names itself
  final W self() {
    return (W) this;
  }

  final W with(String name, Object value) {
    model().set(name, value);
    return self();
  }

  /** Sets the words beside it, or on it. */
  public final W description(String text) {
    return with("description", text);
  }

  /** Returns the words beside it, or on it. */
  public final String description() {
    return String.valueOf(model().get("description"));
  }

  /** Sets the words that appear while the pointer rests on it. */
  public final W tooltip(String text) {
    return with("tooltip", text);
  }

  /** Sets whether the person can use it; without effect on what only shows something. */
  public final W enabled(boolean enabled) {
    return with("disabled", !enabled);
  }

  /** Returns whether the person can use it. */
  public final boolean isEnabled() {
    return !Boolean.TRUE.equals(model().get("disabled"));
  }

  /** Sets its width as CSS text, such as {@code 50%} or {@code 20em}. */
  public final W width(String css) {
    layout().width(css);
    return self();
  }

  /**
   * Sets how it looks, by the names that widgets have for that.
   *
   * @param property such as {@code description_width}, {@code handle_color}, {@code button_color},
   *     {@code bar_color}, {@code text_color} or {@code font_weight}; which ones there are depends
   *     on the widget
   * @param css the value as CSS text
   */
  public final W style(String property, String css) {
    style.set(property, css);
    return self();
  }

  @Override
  public void close() {
    super.close();
    style.close();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + description() + ")";
  }
}
