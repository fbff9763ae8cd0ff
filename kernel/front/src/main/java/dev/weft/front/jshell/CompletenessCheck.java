package dev.weft.front.jshell;

import dev.weft.front.interpreter.Completeness;
import dev.weft.front.magic.CellParser;
import dev.weft.front.magic.Names;
import dev.weft.front.magic.Segment;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Says whether a cell could be run as it is. */
final class CompletenessCheck {

  private static final String INDENT = "    ";

  private CompletenessCheck() {}

  static Completeness check(SourceCodeAnalysis analysis, String code) {
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
        case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> {}
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
  static Completeness ofMagics(SourceCodeAnalysis analysis, String code, Names names) {
    List<Segment> segments = CellParser.parse(code, names);
    if (segments.size() == 1 && segments.getFirst() instanceof Segment.Whole whole) {
      boolean isClosed = !whole.body().text().isBlank() && code.endsWith("\n");
      return isClosed ? new Completeness.Complete() : new Completeness.Incomplete("");
    }
    return check(analysis, CellParser.withoutMagics(code, names));
  }

  private static int openBrackets(String code) {
    return SourceMask.mask(code)
        .chars()
        .map(c -> "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0)
        .sum();
  }
}
