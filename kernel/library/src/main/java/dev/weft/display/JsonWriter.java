package dev.weft.display;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON text. */
final class JsonWriter {

  private static final int DEEPEST = 200;

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonWriter() {}

  /**
   * Returns a value as JSON text.
   *
   * <p>Maps and records become objects, collections and arrays become arrays, numbers and booleans
   * stay, numbers that JSON lacks and empty optionals become null, everything else a string.
   *
   * @throws IllegalArgumentException if the value contains itself
   */
  static String write(@Nullable Object value) {
    JsonWriter writer = new JsonWriter();
    writer.add(value);
    return writer.out.toString();
  }

  private void add(@Nullable Object value) {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException(
          "Unable to write as JSON what is nested deeper than " + DEEPEST + " levels");
    }
    if (value instanceof Number number) {
      addNumber(number);
    } else if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      addMap(map);
    } else if (value instanceof Iterable<?> items) {
      addItems(items);
    } else if (value instanceof Optional<?> optional) {
      add(optional.orElse(null));
    } else if (value.getClass().isArray()) {
      addArray(value);
    } else if (value instanceof Record item) {
      addRecord(item);
    } else {
      addString(value.toString());
    }
    depth--;
  }

  private void addNumber(Number number) {
    boolean lacking = number instanceof Double || number instanceof Float;
    out.append(lacking && !Double.isFinite(number.doubleValue()) ? "null" : number.toString());
  }

  private void addMap(Map<?, ?> map) {
    out.append('{');
    map.forEach((key, value) -> addMember(String.valueOf(key), value));
    end('{', '}');
  }

  private void addRecord(Record item) {
    out.append('{');
    for (RecordComponent component : item.getClass().getRecordComponents()) {
      try {
        addMember(component.getName(), component.getAccessor().invoke(item));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            "Unable to read " + component.getName() + " of " + item.getClass().getName(), e);
      }
    }
    end('{', '}');
  }

  private void addMember(String name, @Nullable Object value) {
    addString(name);
    out.append(':');
    add(value);
    out.append(',');
  }

  private void addItems(Iterable<?> items) {
    out.append('[');
    for (Object item : items) {
      add(item);
      out.append(',');
    }
    end('[', ']');
  }

  private void addArray(Object array) {
    out.append('[');
    for (int i = 0; i < Array.getLength(array); i++) {
      add(Array.get(array, i));
      out.append(',');
    }
    end('[', ']');
  }

  /** Puts the end of a container in place of the last comma. */
  private void end(char opening, char closing) {
    int last = out.length() - 1;
    if (out.charAt(last) == opening) {
      out.append(closing);
    } else {
      out.setCharAt(last, closing);
    }
  }

  private void addString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == '\u2028' || c == '\u2029') {
            out.append("\\u").append(Integer.toHexString(c | 0x10000), 1, 5);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
