package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Notebooks made for tests. */
final class TestNotebooks {
  private TestNotebooks() {}

  /** A Java notebook; a cell is source, or tag and source with {@code |} between them. */
  static String withCells(String... cells) {
    JsonArray nodes = new JsonArray();
    for (String cell : cells) {
      nodes.add(cell(nodes.size(), cell));
    }
    JsonObject root =
        JsonParser.parseString(
                """
                {"metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "java"}},
                "nbformat": 4, "nbformat_minor": 5}\
                """)
            .getAsJsonObject();
    root.add("cells", nodes);
    return root.toString();
  }

  private static JsonObject cell(int index, String cell) {
    int bar = cell.indexOf('|');
    String source = cell.substring(bar + 1);
    JsonObject node =
        JsonParser.parseString(
                """
                {"execution_count": 7, "outputs": [{"name": "stdout", "output_type": "stream", "text": "old"}]}
                """)
            .getAsJsonObject();
    node.addProperty("cell_type", source.startsWith("#") ? "markdown" : "code");
    node.addProperty("id", "c" + index);
    JsonObject metadata = new JsonObject();
    if (bar >= 0) {
      JsonArray tags = new JsonArray();
      tags.add(cell.substring(0, bar));
      metadata.add("tags", tags);
    }
    node.add("metadata", metadata);
    node.addProperty("source", source);
    return node;
  }
}
