package dev.weft.worker;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a value what a notebook shows of it. */
final class ValueRenderer {

  private static final String IMAGE = "java.awt.image.RenderedImage";

  private ValueRenderer() {}

  /** Returns what to show, or empty for null. */
  static Optional<DisplayData> render(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof DisplayData data) {
      return Optional.of(data);
    }
    if (value instanceof Displayable displayable) {
      return Optional.of(renderOwn(displayable));
    }
    if (isImage(value.getClass())) {
      return Optional.of(ImageRenderer.render(value).with(DisplayData.TEXT, text(value)));
    }
    return Optional.of(DisplayData.text(text(value)));
  }

  private static DisplayData renderOwn(Displayable value) {
    DisplayData data = null;
    try {
      data = value.toDisplayData();
    } catch (CellStopped e) {
      throw e;
    } catch (Throwable e) {
      String name = value.getClass().getName();
      return DisplayData.text("(toDisplayData of " + name + " threw " + Guarded.describe(e) + ")");
    }
    if (data == null || data.data().isEmpty()) {
      return DisplayData.text(text(value));
    }
    return data.data().containsKey(DisplayData.TEXT)
        ? data
        : data.with(DisplayData.TEXT, text(value));
  }

  /** Found by name, so that java.desktop is not loaded, and may be absent, where nobody uses it. */
  private static boolean isImage(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Class<?> face : each.getInterfaces()) {
        if (face.getName().equals(IMAGE) || isImage(face)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the value as text, of any length. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return Guarded.text(() -> plain(value), "toString", value).orElse("null");
  }

  private static @Nullable String plain(Object value) {
    if (!value.getClass().isArray()) {
      return value.toString();
    }
    String nested = Arrays.deepToString(new Object[] {value});
    return nested.substring(1, nested.length() - 1);
  }
}
