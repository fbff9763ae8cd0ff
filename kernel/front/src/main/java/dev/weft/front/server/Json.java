package dev.weft.front.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.weft.display.DisplayData;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** Values as JSON. */
final class Json {

  private Json() {}

  static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray(values.size());
    values.forEach(array::add);
    return array;
  }

  /** Adds {@code data} and {@code metadata} to the content. */
  static JsonObject withBundle(JsonObject content, DisplayData bundle) {
    JsonObject data = new JsonObject();
    for (Map.Entry<String, String> format : bundle.data().entrySet()) {
      String text = format.getValue();
      data.add(format.getKey(), isJson(format.getKey()) ? parsed(text) : new JsonPrimitive(text));
    }
    JsonObject metadata = new JsonObject();
    bundle.metadata().forEach((key, text) -> metadata.add(key, parsed(text)));
    content.add("data", data);
    content.add("metadata", metadata);
    return content;
  }

  /** The object that the text stands for, or an empty one. */
  static JsonObject object(String text) {
    return parsed(text) instanceof JsonObject object ? object : new JsonObject();
  }

  private static boolean isJson(String mimeType) {
    return mimeType.equals("application/json") || mimeType.endsWith("+json");
  }

  /** The value that the text stands for, or the text itself where it is not JSON. */
  private static JsonElement parsed(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement value = JsonParser.parseReader(reader);
      return reader.peek() == JsonToken.END_DOCUMENT ? value : new JsonPrimitive(text);
    } catch (JsonParseException | IOException e) {
      return new JsonPrimitive(text);
    }
  }
}
