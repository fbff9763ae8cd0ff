package dev.weft.front.jshell;

import java.util.List;
import java.util.Optional;
import jdk.jshell.Snippet;

/** What came of compiling a cell. */
sealed interface Compilation {

  /** It can run, although there may be warnings. */
  record Compiled(List<Part> parts, List<Problem> warnings) implements Compilation {}

  /** It does not compile. */
  record Erroneous(List<Problem> problems) implements Compilation {}

  /** It was interrupted. */
  record Cancelled() implements Compilation {}

  /**
   * A group of a cell that was compiled.
   *
   * @param snippets what JShell made of it and keeps
   * @param changes what it did to the variables that it declares itself
   * @param value of the expression that it was, where that has been compiled as {@link Scratch}
   */
  record Part(
      List<Snippet> snippets,
      List<Variables.Change> changes,
      Optional<TemporaryVariables.Value> value) {

    /** Returns a part that JShell keeps nothing of. */
    static Part ofScratch(Optional<TemporaryVariables.Value> value) {
      return new Part(List.of(), List.of(), value);
    }
  }
}
