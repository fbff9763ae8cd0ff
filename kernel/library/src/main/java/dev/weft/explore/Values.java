package dev.weft.explore;

import org.jspecify.annotations.Nullable;

/** Values in a table: those of plain types as they are, others by their class. */
final class Values {

  private static final int LONGEST = 40;

  private Values() {}

  /** Calls no method that a user has written, as it may have steps itself. */
  static String text(@Nullable Object value) {
    if (value instanceof String text) {
      boolean isLong = text.length() > LONGEST;
      return '"' + (isLong ? text.substring(0, LONGEST) + "…" : text) + '"';
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value == null || isPlain(value)
        ? String.valueOf(value)
        : "a " + value.getClass().getSimpleName();
  }

  /** Returns whether it is a number, a character, a truth value or a text of the JDK. */
  static boolean isPlain(Object value) {
    boolean plain =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Character
            || value instanceof String;
    return plain && value.getClass().getName().startsWith("java.lang.");
  }
}
