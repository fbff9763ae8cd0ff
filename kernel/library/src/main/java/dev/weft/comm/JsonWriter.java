package dev.weft.comm;

import java.lang.reflect.Array;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON. */
final class JsonWriter {

  private final StringBuilder out;

  JsonWriter(StringBuilder out) {
    this.out = out;
  }

  void write(@Nullable Object value, int depth) {
    if (depth > Json.DEEPEST) {
      throw new IllegalArgumentException(
          "Data is nested more than " + Json.DEEPEST + " deep; does it hold itself?");
    }
    if (value instanceof Map<?, ?> map) {
      writeObject(map, depth);
    } else if (value instanceof Iterable<?> elements) {
      writeElements(elements, depth);
    } else if (value != null && value.getClass().isArray()) {
      writeArray(value, depth);
    } else {
      writeSimple(value);
    }
  }

  private void writeSimple(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof CharSequence || value instanceof Character) {
      writeString(value.toString());
    } else if (value instanceof Number number) {
      writeNumber(number);
    } else {
      throw new IllegalArgumentException(
          "A "
              + value.getClass().getName()
              + " can't be sent as JSON: use maps, lists, strings, numbers and booleans.");
    }
  }

  private void writeNumber(Number number) {
    if (!Double.isFinite(number.doubleValue())
        && (number instanceof Double || number instanceof Float)) {
      throw new IllegalArgumentException("JSON has no number " + number + ".");
    }
    out.append(number);
  }

  private void writeObject(Map<?, ?> map, int depth) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator);
      writeString(String.valueOf(member.getKey()));
      out.append(':');
      write(member.getValue(), depth + 1);
      separator = ",";
    }
    out.append('}');
  }

  private void writeElements(Iterable<?> elements, int depth) {
    out.append('[');
    String separator = "";
    for (Object element : elements) {
      out.append(separator);
      write(element, depth + 1);
      separator = ",";
    }
    out.append(']');
  }

  private void writeArray(Object array, int depth) {
    out.append('[');
    for (int i = 0; i < Array.getLength(array); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(Array.get(array, i), depth + 1);
    }
    out.append(']');
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || isUnpaired(text, i)) {
        out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Half a character, which UTF-8 can't hold. */
  private static boolean isUnpaired(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
