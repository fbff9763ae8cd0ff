package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON text as nbformat writes it: one space of indent, characters beyond ASCII as they are,
 * numbers as they were read.
 */
final class NotebookJson {
  private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)");
  private static final String BREAKS = "\\n\\r\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029";
  private static final Pattern LINE =
      Pattern.compile("[^%1$s]*+(?:\\r\\n|[%1$s])|[^%1$s]+".formatted(BREAKS));

  private NotebookJson() {}

  /** Reads one JSON value, which is all that the text holds; strict. */
  static JsonElement parse(String text) throws NotebookException {
    if (text.isBlank()) {
      throw new NotebookException("not JSON: it is empty");
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement value = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return value;
    } catch (JsonParseException | IOException e) {
      throw new NotebookException("not JSON: " + reason(e, reader), e);
    }
  }

  private static String reason(Exception e, JsonReader reader) {
    Throwable cause = e.getCause() instanceof IOException io ? io : e;
    Matcher position = POSITION.matcher(String.valueOf(reader));
    String where =
        position.find()
            ? " at line %s, column %s".formatted(position.group(1), position.group(2))
            : "";
    return (cause instanceof EOFException ? "it ends too early" : "unexpected text") + where;
  }

  /** Returns the text of the value, without a line break at its end. */
  static String write(JsonElement value) {
    StringBuilder text = new StringBuilder();
    append(text, value, "\n");
    return text.toString();
  }

  private static void append(StringBuilder text, JsonElement value, String lineBreak) {
    switch (value) {
      case JsonObject object -> appendObject(text, object, lineBreak);
      case JsonArray array -> appendArray(text, array, lineBreak);
      case JsonPrimitive primitive when primitive.isString() ->
          appendString(text, primitive.getAsString());
      case JsonPrimitive primitive -> text.append(primitive.getAsString());
      case JsonNull _ -> text.append("null");
      default -> throw new IllegalArgumentException("Unknown kind of JSON: " + value);
    }
  }

  private static void appendObject(StringBuilder text, JsonObject object, String lineBreak) {
    String inner = lineBreak + " ";
    text.append('{');
    for (Iterator<Map.Entry<String, JsonElement>> i = object.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<String, JsonElement> member = i.next();
      text.append(inner);
      appendString(text, member.getKey());
      append(text.append(": "), member.getValue(), inner);
      text.append(i.hasNext() ? "," : lineBreak);
    }
    text.append('}');
  }

  private static void appendArray(StringBuilder text, JsonArray array, String lineBreak) {
    String inner = lineBreak + " ";
    text.append('[');
    for (Iterator<JsonElement> i = array.iterator(); i.hasNext(); ) {
      append(text.append(inner), i.next(), inner);
      text.append(i.hasNext() ? "," : lineBreak);
    }
    text.append(']');
  }

  private static void appendString(StringBuilder text, String value) {
    text.append('"');
    value.codePoints().forEach(c -> appendCharacter(text, c));
    text.append('"');
  }

  private static void appendCharacter(StringBuilder text, int c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      default -> {
        boolean halfOfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (c < ' ' || halfOfPair) {
          text.append("\\u%04x".formatted(c));
        } else {
          text.appendCodePoint(c);
        }
      }
    }
  }

  /** Splits the text into lines that keep their ends, where Python's {@code splitlines} does. */
  static JsonArray lines(String text) {
    JsonArray lines = new JsonArray();
    LINE.matcher(text).results().forEach(line -> lines.add(line.group()));
    return lines;
  }

  /** Joins what {@link #lines} has split; text that is not split is returned as it is. */
  static String text(JsonElement value) {
    if (!(value instanceof JsonArray array)) {
      return value.isJsonPrimitive() ? value.getAsString() : "";
    }
    StringBuilder text = new StringBuilder();
    array.forEach(line -> text.append(text(line)));
    return text.toString();
  }

  /** Sets a member in its place, or where it belongs by its name when there is none yet. */
  static void put(JsonObject object, String name, JsonElement value) {
    boolean known = object.has(name);
    object.add(name, value);
    if (known) {
      return;
    }
    Map<String, JsonElement> later = new LinkedHashMap<>();
    object
        .asMap()
        .forEach(
            (key, member) -> {
              if (!later.isEmpty() || key.compareTo(name) > 0) {
                later.put(key, member);
              }
            });
    later.remove(name);
    later.forEach(
        (key, member) -> {
          object.remove(key);
          object.add(key, member);
        });
  }
}
