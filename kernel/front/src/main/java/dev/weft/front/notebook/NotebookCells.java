package dev.weft.front.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The code cells of a notebook file. */
public final class NotebookCells {

  private NotebookCells() {}

  /**
   * Returns the code of the code cells in order.
   *
   * @throws IOException if the file can't be read or is no notebook
   */
  public static List<String> read(Path file) throws IOException {
    try {
      JsonObject notebook = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      List<String> cells = new ArrayList<>();
      for (JsonElement each : notebook.getAsJsonArray("cells")) {
        JsonObject cell = each.getAsJsonObject();
        if (cell.get("cell_type").getAsString().equals("code")) {
          cells.add(text(cell.get("source")));
        }
      }
      return cells;
    } catch (JsonParseException
        | ClassCastException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw new IOException("it is no notebook", e);
    }
  }

  /** The format allows one text, or its lines one by one. */
  private static String text(JsonElement source) {
    if (!(source instanceof JsonArray lines)) {
      return source.getAsString();
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }
}
