package dev.weft.process.ship;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value and the variables that came with it, which are set already. */
public final class Unpacked {

  private final @Nullable Object value;
  private final List<Setting> settings;

  Unpacked(@Nullable Object value, List<Setting> settings) {
    this.value = value;
    this.settings = settings;
  }

  /** A variable and its value. */
  record Setting(StaticField field, @Nullable Object value) {}

  /** Returns the value. */
  public @Nullable Object value() {
    return value;
  }

  /** Sets the variables again, after something else may have set them. */
  public void restore() {
    for (Setting each : settings) {
      each.field().set(each.value());
    }
  }
}
