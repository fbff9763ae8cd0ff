package dev.weft.worker.render;

import dev.weft.worker.guard.Guarded;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions about values, whose own methods may do anything. */
final class Values {

  private Values() {}

  /** Returns what the value's {@code toString} says, or that it failed. */
  static String ownText(Object value) {
    return Guarded.text(value::toString, "toString", value).orElse("null");
  }

  /** Whether a text is what a record says of itself when nobody has written its toString. */
  static boolean isDefaultText(Object item, String text) {
    return text.startsWith(item.getClass().getSimpleName() + "[")
        || text.startsWith("(toString of");
  }

  /** Returns how many items an array, a collection or a map has; 0 where it does not say. */
  static int size(Object items) {
    if (items.getClass().isArray()) {
      return Array.getLength(items);
    }
    Integer size =
        items instanceof Map<?, ?> map
            ? Guarded.get(map::size)
            : Guarded.get(((Collection<?>) items)::size);
    return size == null ? 0 : size;
  }

  /** Returns a number for people to read. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static boolean isNumber(@Nullable Object value) {
    return value instanceof Number;
  }
}
