package dev.weft.front.jshell;

import dev.weft.front.interpreter.CellResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shows what does not compile, each error with its line of the cell and a caret. */
final class CompileErrors {

  private static final String NAME = "CompilationError";

  private CompileErrors() {}

  static CellResult.Failed result(String code, List<Problem> problems) {
    CellText text = new CellText(code);
    List<Problem> sorted =
        problems.stream().distinct().sorted(Comparator.comparingInt(Problem::start)).toList();
    List<String> lines = new ArrayList<>();
    for (Problem problem : sorted) {
      int start = problem.start();
      lines.add(
          Ansi.strong("line " + text.line(start) + ":" + text.column(start))
              + "  "
              + Ansi.error(problem.message()));
      lines.add("  " + text.lineAt(start));
      lines.add("  " + Ansi.mark(text.caretLine(start, problem.end())));
    }
    Problem first = sorted.getFirst();
    String value = "line " + text.line(first.start()) + ": " + first.message();
    return new CellResult.Failed(NAME, value, List.copyOf(lines));
  }
}
