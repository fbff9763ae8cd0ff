package dev.weft.runner.handout;

import dev.weft.runner.Notebook;
import dev.weft.runner.NotebookCell;
import dev.weft.runner.NotebookException;
import java.nio.file.Path;

/**
 * A notebook of a handout.
 *
 * @param name of its file, without {@code .ipynb}; names the page and is the goal of links
 * @param folder where files lie that its text names
 */
public record Chapter(String name, Path folder, Notebook notebook) {
  private static final String SUFFIX = ".ipynb";

  /**
   * Reads a chapter.
   *
   * @throws NotebookException if the file can't be read or is no notebook
   */
  public static Chapter read(Path file) throws NotebookException {
    String name = file.toAbsolutePath().getFileName().toString();
    String plain =
        name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return new Chapter(plain, file.toAbsolutePath().resolveSibling(""), Notebook.read(file));
  }

  /** The first heading of its text, or else its name. */
  public String title() {
    return notebook.cells().stream()
        .filter(NotebookCell::isMarkdown)
        .flatMap(cell -> cell.source().lines())
        .filter(line -> line.matches("#{1,3}\\s+\\S.*"))
        .map(line -> MarkdownHtml.plain(line.replaceFirst("#+\\s+", "")))
        .findFirst()
        .orElse(name);
  }

  /** Whether any cell has shown something. */
  public boolean hasOutputs() {
    return notebook.cells().stream().anyMatch(cell -> !cell.outputs().isEmpty());
  }
}
