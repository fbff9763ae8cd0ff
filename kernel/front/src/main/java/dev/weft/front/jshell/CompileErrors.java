package dev.weft.front.jshell;

import dev.weft.front.interpreter.CellResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows what does not compile, each error with its line of the cell, a caret and a hint. */
final class CompileErrors {

  private static final String NAME = "CompilationError";

  private final Hints hints;

  CompileErrors(Hints hints) {
    this.hints = hints;
  }

  CellResult.Failed result(String code, List<Problem> problems) {
    CellText text = new CellText(code);
    List<Problem> sorted =
        problems.stream().distinct().sorted(Comparator.comparingInt(Problem::start)).toList();
    List<String> lines = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    for (Problem problem : sorted) {
      lines.addAll(place(text, problem, Ansi.strong(problem.message())));
      problem
          .mistake()
          .flatMap(mistake -> hints.of(mistake, code))
          .filter(given::add)
          .ifPresent(hint -> lines.add(Hints.line(hint)));
    }
    Problem first = sorted.getFirst();
    String value = "line " + text.line(first.start()) + ": " + first.message();
    return new CellResult.Failed(NAME, value, List.copyOf(lines));
  }

  /** Returns a warning as it is shown, with a line break at its end. */
  static String warning(String code, Problem warning) {
    String message = Ansi.strong("warning: ") + warning.message();
    return String.join("\n", place(new CellText(code), warning, message)) + "\n";
  }

  private static List<String> place(CellText text, Problem problem, String message) {
    int start = problem.start();
    List<String> marked = text.marked(start, problem.end());
    return List.of(
        Ansi.strong("line " + text.line(start) + ":" + text.column(start)) + "  " + message,
        "  " + marked.getFirst(),
        "  " + Ansi.mark(marked.getLast()));
  }
}
