package dev.weft.comm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as text and as maps, lists, strings, numbers, booleans and null.
 *
 * <p>Safe for use by several threads; nothing blocks.
 *
 * <pre>{@code
 * String text = Json.write(Map.of("points", List.of(1, 4, 9)));
 * Object points = Json.readObject(text).get("points"); // a List of Long
 * }</pre>
 */
public final class Json {

  /** Deeper nesting is refused: it is mostly a structure that holds itself. */
  static final int DEEPEST = 200;

  private Json() {}

  /**
   * Returns the value as compact JSON.
   *
   * @throws IllegalArgumentException if it, or something in it, is nothing that JSON knows
   */
  public static String write(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text).write(value, 0);
    return text.toString();
  }

  /**
   * Reads any JSON value; whole numbers are {@code Long} where they fit, others {@code Double}.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  public static @Nullable Object read(String text) {
    return new JsonReader(text).readDocument();
  }

  /**
   * Reads a JSON object; members keep their order.
   *
   * @throws IllegalArgumentException if the text is not one JSON object
   */
  public static Map<String, @Nullable Object> readObject(String text) {
    return new JsonReader(text).readObjectDocument();
  }
}
