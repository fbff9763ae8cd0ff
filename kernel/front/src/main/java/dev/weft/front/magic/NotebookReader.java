package dev.weft.front.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads notebooks. */
@FunctionalInterface
public interface NotebookReader {

  /**
   * Returns the code of the code cells in order.
   *
   * @throws IOException if the file can't be read or is no notebook
   */
  List<String> codeCells(Path notebook) throws IOException;
}
