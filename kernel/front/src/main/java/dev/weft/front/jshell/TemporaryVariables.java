package dev.weft.front.jshell;

import java.util.ArrayDeque;
import java.util.Deque;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * Keeps the variables {@code $1}, {@code $2}, ... of the last bare expressions and drops older
 * ones.
 *
 * <p>JShell imports each living variable into each new snippet: without this, the cost of a cell
 * would grow with the number of cells.
 */
final class TemporaryVariables {

  private static final int KEPT = 8;

  private final JShell shell;
  private final Declarations declarations;
  private final Deque<VarSnippet> last = new ArrayDeque<>();

  TemporaryVariables(JShell shell, Declarations declarations) {
    this.shell = shell;
    this.declarations = declarations;
  }

  /** Takes note of a snippet that has run. */
  void ran(Snippet snippet) {
    if (snippet instanceof VarSnippet variable
        && variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      last.addLast(variable);
    }
    while (last.size() > KEPT) {
      VarSnippet oldest = last.removeFirst();
      if (shell.sourceCodeAnalysis().dependents(oldest).isEmpty()) {
        declarations.drop(oldest);
      }
    }
  }
}
