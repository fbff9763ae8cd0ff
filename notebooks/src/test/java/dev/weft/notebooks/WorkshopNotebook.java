package dev.weft.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A notebook of the workshop.
 *
 * @param file where it is
 * @param tree what the file holds
 */
record WorkshopNotebook(Path file, JsonObject tree) {

  /** Returns all of them, in their order. */
  static List<WorkshopNotebook> all() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      List<Path> paths = files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
      List<WorkshopNotebook> notebooks = new ArrayList<>();
      for (Path path : paths) {
        notebooks.add(read(path));
      }
      return List.copyOf(notebooks);
    }
  }

  static WorkshopNotebook read(Path file) throws IOException {
    return new WorkshopNotebook(
        file, JsonParser.parseString(Files.readString(file)).getAsJsonObject());
  }

  List<Cell> cells() {
    return tree.getAsJsonArray("cells").asList().stream()
        .map(element -> new Cell(element.getAsJsonObject()))
        .toList();
  }

  List<Cell> codeCells() {
    return cells().stream().filter(Cell::isCode).toList();
  }

  /** Returns the cell with an id. */
  Cell cell(String id) {
    return cells().stream()
        .filter(cell -> cell.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no cell " + id));
  }

  @Override
  public String toString() {
    return String.valueOf(file.getFileName());
  }

  /**
   * A cell.
   *
   * @param node its part of the tree
   */
  record Cell(JsonObject node) {

    String id() {
      return node.get("id").getAsString();
    }

    boolean isCode() {
      return node.get("cell_type").getAsString().equals("code");
    }

    String source() {
      return text(node.get("source"));
    }

    JsonArray outputs() {
      return node.getAsJsonArray("outputs");
    }

    boolean hasTag(String tag) {
      return node.getAsJsonObject("metadata").get("tags") instanceof JsonArray tags
          && tags.asList().stream().anyMatch(each -> each.getAsString().equals(tag));
    }

    /** Returns what was printed, in the order of printing. */
    String printed() {
      return outputs().asList().stream()
          .map(JsonElement::getAsJsonObject)
          .filter(output -> output.has("text"))
          .map(output -> text(output.get("text")))
          .collect(Collectors.joining());
    }
  }

  /** Returns a text that nbformat may have split into lines. */
  static String text(JsonElement value) {
    return value instanceof JsonArray lines
        ? StreamSupport.stream(lines.spliterator(), false)
            .map(JsonElement::getAsString)
            .collect(Collectors.joining())
        : value.getAsString();
  }
}
