package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cell of a notebook: a view of its tree.
 *
 * @param node the cell as its notebook holds it
 */
public record NotebookCell(JsonObject node) {

  /** Whether it holds code. */
  public boolean isCode() {
    return type().equals("code");
  }

  /** Whether it holds text in Markdown. */
  public boolean isMarkdown() {
    return type().equals("markdown");
  }

  /** Whether running the notebook runs this cell. */
  boolean isExecutable() {
    return isCode() && !source().isBlank() && !tags().contains("skip-execution");
  }

  /** Returns its code or text, an empty text for an empty cell. */
  public String source() {
    return NotebookJson.text(node.get("source"));
  }

  /** Returns the first line that says something, without the blanks around it. */
  String firstLine() {
    return source().lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("");
  }

  Set<String> tags() {
    Set<String> tags = new HashSet<>();
    if (metadata().get("tags") instanceof JsonArray array) {
      array.forEach(tag -> tags.add(NotebookJson.text(tag)));
    }
    return tags;
  }

  /** Returns its metadata, an empty object where it has none. */
  public JsonObject metadata() {
    return node.getAsJsonObject("metadata");
  }

  /** Returns what it has shown, as its notebook holds it; nothing for text. */
  public List<JsonObject> outputs() {
    if (!(node.get("outputs") instanceof JsonArray outputs)) {
      return List.of();
    }
    return outputs.asList().stream()
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  void setSource(String source) {
    NotebookJson.put(node, "source", NotebookJson.lines(source));
  }

  void setOutputs(JsonArray outputs) {
    NotebookJson.put(node, "outputs", outputs);
  }

  void setExecutionCount(int count) {
    NotebookJson.put(node, "execution_count", new JsonPrimitive(count));
  }

  void clear() {
    setOutputs(new JsonArray());
    NotebookJson.put(node, "execution_count", JsonNull.INSTANCE);
  }

  private String type() {
    return node.get("cell_type").getAsString();
  }
}
