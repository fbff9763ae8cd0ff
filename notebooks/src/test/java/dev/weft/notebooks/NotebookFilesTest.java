package dev.weft.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.weft.notebooks.WorkshopNotebook.Cell;
import dev.weft.runner.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of the workshop: well-formed, small, the outputs of one whole run, nobody's machine.
 */
class NotebookFilesTest {
  private static final int LARGEST = 300_000;
  private static final int LONGEST_CELL = 16;

  /** What fits a page of the handout. */
  private static final int LONGEST_LINE = 90;

  private static final Pattern CELL_ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("/(home|root|work|tmp|opt|usr|var|Users)/|[A-Z]:\\\\\\\\");

  static List<WorkshopNotebook> notebooks() throws IOException {
    return WorkshopNotebook.all();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void saysThatItIsJava(WorkshopNotebook notebook) {
    JsonObject kernel = notebook.tree().getAsJsonObject("metadata").getAsJsonObject("kernelspec");
    assertEquals("java", kernel.get("name").getAsString());
    assertEquals("java", kernel.get("language").getAsString());
    assertEquals("Java (Weft)", kernel.get("display_name").getAsString());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isWrittenAsNbformatWritesIt(WorkshopNotebook notebook) throws IOException {
    Path file = notebook.file();
    assertEquals(Files.readString(file), Notebook.read(file).toJson());
    assertEquals(4, notebook.tree().get("nbformat").getAsInt());
    assertEquals(5, notebook.tree().get("nbformat_minor").getAsInt());
    Set<String> ids = new HashSet<>();
    for (Cell cell : notebook.cells()) {
      assertTrue(CELL_ID.matcher(cell.id()).matches() && ids.add(cell.id()), cell.id());
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void holdsTheOutputsOfARun(WorkshopNotebook notebook) {
    List<Cell> cells = notebook.codeCells();
    for (int i = 0; i < cells.size(); i++) {
      JsonElement count = cells.get(i).node().get("execution_count");
      assertEquals(String.valueOf(i + 1), count.toString(), "run in order, from the first cell");
      hasNoUnexpectedError(cells.get(i));
    }
    assertTrue(cells.stream().anyMatch(cell -> !cell.outputs().isEmpty()));
  }

  /** Checks that a cell has ended as its author meant it to. */
  static void hasNoUnexpectedError(Cell cell) {
    boolean failed =
        cell.outputs().asList().stream()
            .map(output -> output.getAsJsonObject().get("output_type").getAsString())
            .anyMatch("error"::equals);
    assertEquals(cell.hasTag("raises-exception"), failed, () -> cell.id() + cell.outputs());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isSmallAndNamesNoMachine(WorkshopNotebook notebook) throws IOException {
    assertTrue(Files.size(notebook.file()) < LARGEST, notebook::toString);
    for (Cell cell : notebook.codeCells()) {
      String outputs = cell.outputs().toString();
      Matcher path = MACHINE_PATH.matcher(outputs);
      assertFalse(path.find(), () -> cell.id() + " names " + outputs.substring(path.start()));
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void keepsItsCellsSmall(WorkshopNotebook notebook) {
    for (Cell cell : notebook.codeCells()) {
      long lines = cell.source().lines().count();
      assertTrue(lines <= LONGEST_CELL, () -> cell.id() + " has " + lines + " lines");
      int longest = cell.source().lines().mapToInt(String::length).max().orElse(0);
      assertTrue(longest <= LONGEST_LINE, () -> cell.id() + " has a line of " + longest);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void asksTheReader(WorkshopNotebook notebook) {
    if (!notebook.toString().startsWith("index")) {
      assertTrue(
          notebook.codeCells().stream().anyMatch(cell -> cell.id().startsWith("check-")),
          "a question whose answer is checked");
    }
  }

  @Test
  void theIndexNamesAllNotebooks() throws IOException {
    String index = Files.readString(Path.of("README.md"));
    for (WorkshopNotebook notebook : notebooks()) {
      assertTrue(
          notebook.toString().equals("index.ipynb") || index.contains("(" + notebook + ")"),
          notebook::toString);
    }
  }
}
