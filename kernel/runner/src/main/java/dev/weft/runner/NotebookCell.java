package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.Set;

/** A cell of a notebook: a view of its tree. */
record NotebookCell(JsonObject node) {

  boolean isCode() {
    return type().equals("code");
  }

  boolean isMarkdown() {
    return type().equals("markdown");
  }

  /** Whether running the notebook runs this cell. */
  boolean isExecutable() {
    return isCode() && !source().isBlank() && !tags().contains("skip-execution");
  }

  String source() {
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

  JsonObject metadata() {
    return node.getAsJsonObject("metadata");
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
