package dev.weft.runner;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Timings that the cells of a notebook have measured, kept in its metadata, so that whoever runs it
 * later sees them behind their own.
 *
 * <pre>{@code
 * "weft": {"reference": {"pools": {"machine": "2 cores, ...", "medians": {"serial": 8123456.0}}}}
 * }</pre>
 */
final class ReferenceTimings {
  static final String FIELD = "reference";
  private static final String TYPE = "application/vnd.weft.timings+json";

  private ReferenceTimings() {}

  /**
   * Replaces what the metadata holds by what the outputs say; without any they stay as they are.
   */
  static void keep(Notebook notebook) {
    JsonObject found = new JsonObject();
    for (NotebookCell cell : notebook.cells()) {
      cell.outputs().forEach(output -> add(found, output));
    }
    if (found.isEmpty()) {
      return;
    }
    JsonObject weft =
        notebook.metadata().get("weft") instanceof JsonObject some ? some : new JsonObject();
    NotebookJson.put(weft, FIELD, found);
    NotebookJson.put(notebook.metadata(), "weft", weft);
  }

  private static void add(JsonObject found, JsonObject output) {
    if (output.get("data") instanceof JsonObject data
        && data.get(TYPE) instanceof JsonObject timings
        && timings.get("name") instanceof JsonPrimitive name) {
      JsonObject kept = new JsonObject();
      for (String field : new String[] {"machine", "medians"}) {
        JsonElement value = timings.get(field);
        if (value != null) {
          kept.add(field, value.deepCopy());
        }
      }
      found.add(name.getAsString(), kept);
    }
  }
}
