package dev.weft.runner;

import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;

/** Values from a command line as Java source. */
final class JavaLiteral {
  private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private JavaLiteral() {}

  /**
   * Returns the value as a literal of that type; for {@code var}, of the type that it looks like.
   */
  static String of(String type, String value) throws NotebookException {
    boolean fits =
        switch (type) {
          case "int", "short", "byte", "long" -> INTEGER.matcher(value).matches();
          case "double", "float" -> DECIMAL.matcher(value).matches();
          case "boolean" -> value.matches("true|false");
          default -> true;
        };
    if (!fits) {
      throw new NotebookException("parameter value %s is not of type %s".formatted(value, type));
    }
    return switch (type) {
      case "int", "short", "byte", "double", "boolean" -> value;
      case "long" -> value + "L";
      case "float" -> value + "f";
      case "var" -> guess(value);
      default -> quote(value);
    };
  }

  private static String guess(String value) {
    if (INTEGER.matcher(value).matches()) {
      long number = Long.parseLong(value);
      return number == (int) number ? value : value + "L";
    }
    boolean literal = DECIMAL.matcher(value).matches() || value.matches("true|false");
    return literal ? value : quote(value);
  }

  /** JSON's escapes are Java's, but for a surrogate's, which Java reads likewise. */
  private static String quote(String value) {
    return NotebookJson.write(new JsonPrimitive(value));
  }
}
