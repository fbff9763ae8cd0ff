package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Jupyter notebook, format 4, as the tree that its file holds.
 *
 * <p>Whatever is not changed is written as it was read: unknown fields, the order of fields, cell
 * ids, and numbers to the digit. A notebook that nbformat has written is written back byte for
 * byte. For use by one thread.
 *
 * <pre>{@code
 * Notebook notebook = Notebook.read(Path.of("start.ipynb"));
 * notebook.write(Path.of("copy.ipynb"));
 * }</pre>
 */
public final class Notebook {
  private final JsonObject root;

  private Notebook(JsonObject root) {
    this.root = root;
  }

  /**
   * Reads a notebook file.
   *
   * @throws NotebookException if it cannot be read or is not a notebook of format 4
   */
  public static Notebook read(Path file) throws NotebookException {
    String text = NotebookFiles.read(file);
    try {
      return parse(text);
    } catch (NotebookException e) {
      throw new NotebookException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a notebook from its text.
   *
   * @throws NotebookException if it is not a notebook of format 4
   */
  public static Notebook parse(String json) throws NotebookException {
    return new Notebook(NotebookFormat.check(NotebookJson.parse(json)));
  }

  /**
   * Writes the notebook; a file that is there is replaced whole or not at all.
   *
   * @throws NotebookException if it cannot be written
   */
  public void write(Path file) throws NotebookException {
    try {
      NotebookFiles.replace(file, toJson());
    } catch (IOException e) {
      throw new NotebookException(
          "%s: cannot be written: %s".formatted(file, NotebookFiles.reason(e)), e);
    }
  }

  /** Returns the text of the notebook's file. */
  public String toJson() {
    return NotebookJson.write(root) + "\n";
  }

  /** Returns the notebook's language in lower case, where it names one. */
  public Optional<String> language() {
    return member(metadata(), "kernelspec", "language")
        .or(() -> member(metadata(), "language_info", "name"))
        .map(NotebookFormat::lowerCase);
  }

  /** Returns views of the cells, in their order. */
  public List<NotebookCell> cells() {
    List<NotebookCell> cells = new ArrayList<>();
    cellNodes().forEach(node -> cells.add(new NotebookCell(node.getAsJsonObject())));
    return List.copyOf(cells);
  }

  JsonObject metadata() {
    return root.getAsJsonObject("metadata");
  }

  /** Whether cells have ids: since format 4.5. */
  boolean hasCellIds() {
    return root.get("nbformat_minor").getAsInt() >= 5;
  }

  void insertCell(int index, JsonObject cell) {
    List<JsonElement> cells = new ArrayList<>(cellNodes().asList());
    cells.add(index, cell);
    JsonArray extended = new JsonArray();
    cells.forEach(extended::add);
    root.add("cells", extended);
  }

  private JsonArray cellNodes() {
    return root.getAsJsonArray("cells");
  }

  private static Optional<String> member(JsonObject object, String outer, String inner) {
    return object.get(outer) instanceof JsonObject nested
            && nested.get(inner) instanceof JsonPrimitive value
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }
}
