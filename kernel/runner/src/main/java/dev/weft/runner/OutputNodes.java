package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.CellResult;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The outputs of cells as nbformat stores them, their fields in the order in which it sorts them.
 */
final class OutputNodes {
  private static final Set<String> SPLIT_TYPES = Set.of("application/javascript", "image/svg+xml");

  private OutputNodes() {}

  static JsonObject stream(String name, String text) {
    JsonObject node = new JsonObject();
    node.addProperty("name", name);
    node.addProperty("output_type", "stream");
    node.add("text", NotebookJson.lines(text));
    return node;
  }

  static JsonObject display(DisplayData data) {
    JsonObject node = new JsonObject();
    node.add("data", bundle(data));
    node.add("metadata", metadata(data));
    node.addProperty("output_type", "display_data");
    return node;
  }

  static JsonObject result(DisplayData data, int executionCount) {
    JsonObject node = new JsonObject();
    node.add("data", bundle(data));
    node.addProperty("execution_count", executionCount);
    node.add("metadata", metadata(data));
    node.addProperty("output_type", "execute_result");
    return node;
  }

  static JsonObject error(CellResult.Unsuccessful error) {
    JsonArray traceback = new JsonArray();
    error.traceback().forEach(traceback::add);
    JsonObject node = new JsonObject();
    node.addProperty("ename", error.errorName());
    node.addProperty("evalue", error.errorValue());
    node.addProperty("output_type", "error");
    node.add("traceback", traceback);
    return node;
  }

  /** Shows other data in an output, in place of what it shows. */
  static void replaceData(JsonObject node, DisplayData data) {
    node.add("data", bundle(data));
    node.add("metadata", metadata(data));
  }

  private static JsonObject bundle(DisplayData data) {
    JsonObject bundle = new JsonObject();
    new TreeMap<>(data.data()).forEach((type, text) -> bundle.add(type, content(type, text)));
    return bundle;
  }

  private static JsonObject metadata(DisplayData data) {
    JsonObject metadata = new JsonObject();
    new TreeMap<>(data.metadata()).forEach((key, json) -> metadata.add(key, tree(json)));
    return metadata;
  }

  private static JsonElement content(String type, String text) {
    if (type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"))) {
      return tree(text);
    }
    boolean split = type.startsWith("text/") || SPLIT_TYPES.contains(type);
    return split ? NotebookJson.lines(text) : new JsonPrimitive(text);
  }

  /** Returns the JSON text as a sorted tree, or as a string where it is not JSON after all. */
  private static JsonElement tree(String json) {
    try {
      return sorted(NotebookJson.parse(json));
    } catch (NotebookException _) {
      return new JsonPrimitive(json);
    }
  }

  private static JsonElement sorted(JsonElement value) {
    return switch (value) {
      case JsonObject object -> {
        JsonObject sorted = new JsonObject();
        Map<String, JsonElement> members = new TreeMap<>(object.asMap());
        members.forEach((name, member) -> sorted.add(name, sorted(member)));
        yield sorted;
      }
      case JsonArray array -> {
        JsonArray sorted = new JsonArray();
        array.forEach(element -> sorted.add(sorted(element)));
        yield sorted;
      }
      default -> value;
    };
  }
}
