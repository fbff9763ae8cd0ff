package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/**
 * A button that stays down until it is pressed again.
 *
 * <pre>{@code
 * new ToggleButton("Pause").onChange(down -> System.out.println(down))
 * }</pre>
 */
public final class ToggleButton extends ValueControl<Boolean, ToggleButton> {

  /** Makes one that is off. */
  public ToggleButton(String description) {
    super(ModelType.control("ToggleButton"), "ToggleButton", "value", false);
    model().set("value", false);
    model().set("description", description);
    model().set("button_style", "");
    model().set("icon", "");
  }

  /** Colours it by what it says. */
  public ToggleButton look(Look look) {
    return with("button_style", look.word());
  }

  @Override
  Object toJson(Boolean of) {
    return of;
  }

  @Override
  @Nullable Boolean fromJson(@Nullable Object json) {
    return json instanceof Boolean flag ? flag : null;
  }
}
