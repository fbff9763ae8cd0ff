package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/**
 * A control whose value is text.
 *
 * <pre>{@code
 * TextControl<?> name = new Text("Ada");
 * name.value("Grace");
 * }</pre>
 *
 * @param <W> the widget itself
 */
public abstract class TextControl<W extends TextControl<W>> extends ValueControl<String, W> {

  TextControl(ModelType type, String styleName, String value) {
    super(type, styleName, "value", value);
    model().set("value", value);
  }

  /** Sets the words that stand in its place while it is empty. */
  public final W placeholder(String text) {
    return with("placeholder", text);
  }

  @Override
  final Object toJson(String of) {
    return of;
  }

  @Override
  final @Nullable String fromJson(@Nullable Object json) {
    return json instanceof String text ? text : null;
  }
}
