package dev.weft.front.jshell;

import dev.weft.front.interpreter.Completeness;
import dev.weft.front.magic.CellParser;
import dev.weft.front.magic.Names;
import dev.weft.front.magic.Segment;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Says whether a cell could be run as it is. */
final class CompletenessCheck {

  private static final String INDENT = "    ";

  /** What the compiler calls errors that no declaration of a name could mend. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "compiler\\.err\\.(?:expected\\d?|illegal\\.start\\..*|dot\\.class\\.expected|not\\.stmt)");

  private CompletenessCheck() {}

  static Completeness check(JShell shell, String code) {
    if (SourceMask.unclosedComment(code).isPresent()) {
      return new Completeness.Incomplete("");
    }
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case DEFINITELY_INCOMPLETE -> {
          return new Completeness.Incomplete(INDENT.repeat(Math.max(0, openBrackets(code))));
        }
        case UNKNOWN -> {
          return new Completeness.Invalid();
        }
        case COMPLETE, COMPLETE_WITH_SEMI -> {
          if (isUngrammatical(shell, info.source())) {
            return new Completeness.Invalid();
          }
        }
        case CONSIDERED_INCOMPLETE, EMPTY -> {}
      }
      String remaining = info.remaining();
      if (remaining.length() >= rest.length()) {
        break;
      }
      rest = info.completeness().isComplete() ? remaining : "";
    }
    return new Completeness.Complete();
  }

  /**
   * Says the same of a cell in which magics may stand: a line magic ends where its line does, a
   * cell magic where an end of line stands behind its body.
   */
  static Completeness ofMagics(JShell shell, String code, Names names) {
    List<Segment> segments = CellParser.parse(code, names);
    if (segments.size() == 1 && segments.getFirst() instanceof Segment.Whole whole) {
      boolean isClosed = !whole.body().text().isBlank() && code.endsWith("\n");
      return isClosed ? new Completeness.Complete() : new Completeness.Incomplete("");
    }
    return check(shell, CellParser.withoutMagics(code, names));
  }

  /** Returns whether a piece is finished and still no Java, whatever its names mean. */
  private static boolean isUngrammatical(JShell shell, String piece) {
    return shell.sourceCodeAnalysis().sourceToSnippets(piece).stream()
        .filter(ErroneousSnippet.class::isInstance)
        .flatMap(shell::diagnostics)
        .anyMatch(diag -> GRAMMAR.matcher(String.valueOf(diag.getCode())).matches());
  }

  private static int openBrackets(String code) {
    return SourceMask.mask(code)
        .chars()
        .map(c -> "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0)
        .sum();
  }
}
