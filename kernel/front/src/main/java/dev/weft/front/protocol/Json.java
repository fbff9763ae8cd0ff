package dev.weft.front.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * JSON trees as text and back.
 *
 * <p>Whole numbers are read as {@code Long} where they fit, all others as {@code BigDecimal}, so
 * that what is read and written again keeps its value.
 */
public final class Json {
  private static final int LONGEST_NUMBER = 1000;
  private static final int DEEPEST_NESTING = 200;

  private Json() {}

  /**
   * Reads a text that holds one JSON object and nothing else.
   *
   * @throws JsonFormatException if it does not
   */
  public static JsonObject parseObject(String text) throws JsonFormatException {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST_NESTING);
    try {
      JsonElement value = read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT || !value.isJsonObject()) {
        throw new JsonFormatException("not a single JSON object");
      }
      return value.getAsJsonObject();
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new JsonFormatException("not valid JSON");
    }
  }

  /**
   * Returns the value as compact text.
   *
   * @throws IllegalArgumentException if it holds a number that JSON does not know, such as NaN
   */
  public static String write(JsonElement value) {
    TextWriter text = new TextWriter(64);
    try {
      write(text.json(), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static void write(JsonWriter writer, JsonElement value) throws IOException {
    switch (value) {
      case JsonObject object -> writeObject(writer, object);
      case JsonArray array -> writeArray(writer, array);
      case JsonPrimitive primitive -> writePrimitive(writer, primitive);
      default -> writer.nullValue();
    }
  }

  private static void writeObject(JsonWriter writer, JsonObject object) throws IOException {
    writer.beginObject();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      writer.name(member.getKey());
      write(writer, member.getValue());
    }
    writer.endObject();
  }

  private static void writeArray(JsonWriter writer, JsonArray array) throws IOException {
    writer.beginArray();
    for (JsonElement element : array) {
      write(writer, element);
    }
    writer.endArray();
  }

  private static void writePrimitive(JsonWriter writer, JsonPrimitive value) throws IOException {
    if (value.isString()) {
      writer.value(value.getAsString());
    } else if (value.isBoolean()) {
      writer.value(value.getAsBoolean());
    } else {
      writer.value(value.getAsNumber());
    }
  }

  private static JsonElement read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readObject(reader);
      case BEGIN_ARRAY -> readArray(reader);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(number(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new IllegalStateException("no value");
    };
  }

  private static JsonObject readObject(JsonReader reader) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      object.add(reader.nextName(), read(reader));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray readArray(JsonReader reader) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(read(reader));
    }
    reader.endArray();
    return array;
  }

  private static Number number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new NumberFormatException("too long");
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWholeOrTooBig) {
      return new BigDecimal(text);
    }
  }
}
