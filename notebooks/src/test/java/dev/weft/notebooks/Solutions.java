package dev.weft.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.notebooks.WorkshopNotebook.Cell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folded solutions of a notebook: the Java of a text cell {@code solution-x}, which makes the
 * cell {@code check-x} print that it is right.
 */
final class Solutions {
  private static final String PREFIX = "solution-";
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private Solutions() {}

  /** Returns the names of the exercises that have a solution. */
  static List<String> names(WorkshopNotebook notebook) {
    return notebook.cells().stream()
        .map(Cell::id)
        .filter(id -> id.startsWith(PREFIX))
        .map(id -> id.substring(PREFIX.length()))
        .toList();
  }

  /** Returns the id of the cell that checks a solution in {@link #inserted}. */
  static String checkedId(String name) {
    return "checked-" + name;
  }

  /** Returns a notebook in which each solution is followed by cells that run and check it. */
  static JsonObject inserted(WorkshopNotebook notebook) {
    JsonObject tree = notebook.tree().deepCopy();
    JsonArray cells = new JsonArray();
    for (JsonElement element : tree.getAsJsonArray("cells")) {
      cells.add(element);
      Cell cell = new Cell(element.getAsJsonObject());
      if (cell.id().startsWith(PREFIX)) {
        String name = cell.id().substring(PREFIX.length());
        cells.add(code("solved-" + name, java(cell)));
        cells.add(code(checkedId(name), notebook.cell("check-" + name).source()));
      }
    }
    tree.add("cells", cells);
    return tree;
  }

  private static String java(Cell solution) {
    Matcher fence = JAVA.matcher(solution.source());
    if (!fence.find()) {
      throw new AssertionError(solution.id() + " has no Java in it");
    }
    return fence.group(1);
  }

  private static JsonObject code(String id, String source) {
    JsonObject cell = new JsonObject();
    cell.add("cell_type", new JsonPrimitive("code"));
    cell.add("execution_count", JsonNull.INSTANCE);
    cell.add("id", new JsonPrimitive(id));
    cell.add("metadata", new JsonObject());
    cell.add("outputs", new JsonArray());
    cell.add("source", new JsonPrimitive(source));
    return cell;
  }
}
