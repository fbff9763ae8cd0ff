package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that are missing because the cell that declares them has failed. */
final class FailedCells {

  private static final String NAME = "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)";

  /** Roughly what declares a name: the name is only asked for where it is not known otherwise. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:class|record|enum|interface)\\s+"
              + NAME
              + "|[\\p{javaJavaIdentifierPart}>\\]]\\s+"
              + NAME
              + "\\s*(?=[=;(,])");

  private final Map<String, Integer> cells = new HashMap<>();

  /** Takes note of a cell that has failed. */
  void add(Cell cell) {
    Matcher declaration = DECLARATION.matcher(SourceMask.mask(cell.code()));
    while (declaration.find()) {
      String name = declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
      cells.put(name, cell.executionCount());
    }
  }

  /** Returns the execution count of the last cell that should have declared the name. */
  Optional<Integer> find(String name) {
    return Optional.ofNullable(cells.get(name));
  }
}
