package dev.weft.front.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the author of a notebook has measured, as the notebook's metadata holds it. */
public final class ReferenceTimings {

  private ReferenceTimings() {}

  /**
   * Returns the machine, then for each variant its median in nanoseconds, a blank and its name; an
   * empty list where the notebook holds none of that name.
   *
   * @throws IOException if the file can't be read or is no notebook
   */
  public static List<String> read(Path notebook, String name) throws IOException {
    try {
      JsonObject root = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
      JsonObject found = root;
      for (String step : List.of("metadata", "weft", "reference", name)) {
        if (!(found.get(step) instanceof JsonObject next)) {
          return List.of();
        }
        found = next;
      }
      return lines(found);
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw new IOException("it is no notebook with timings", e);
    }
  }

  private static List<String> lines(JsonObject reference) {
    List<String> lines = new ArrayList<>();
    lines.add(reference.get("machine").getAsString());
    reference
        .getAsJsonObject("medians")
        .entrySet()
        .forEach(median -> lines.add(median.getValue().getAsDouble() + " " + median.getKey()));
    return lines;
  }
}
