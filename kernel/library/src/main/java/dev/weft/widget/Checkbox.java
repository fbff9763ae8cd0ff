package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/**
 * A box that is ticked or not.
 *
 * <pre>{@code
 * new Checkbox("verbose").onChange(on -> System.out.println(on))
 * }</pre>
 */
public final class Checkbox extends ValueControl<Boolean, Checkbox> {

  /** Makes one that is off. */
  public Checkbox(String description) {
    super(ModelType.control("Checkbox"), "Checkbox", "value", false);
    model().set("value", false);
    model().set("description", description);
    model().set("indent", false);
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
