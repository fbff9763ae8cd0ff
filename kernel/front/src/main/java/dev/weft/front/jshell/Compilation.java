package dev.weft.front.jshell;

import java.util.List;
import jdk.jshell.Snippet;

/** What came of compiling a cell. */
sealed interface Compilation {

  /** It can run. */
  record Compiled(List<Part> parts) implements Compilation {}

  /** It does not compile. */
  record Erroneous(List<Problem> problems) implements Compilation {}

  /** It was interrupted. */
  record Cancelled() implements Compilation {}

  /**
   * A group of a cell that was compiled.
   *
   * @param snippets what JShell made of it
   * @param changes what it did to the variables that it declares itself
   */
  record Part(List<Snippet> snippets, List<Variables.Change> changes) {}
}
