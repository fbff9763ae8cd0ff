package dev.weft.front.jshell;

import dev.weft.front.interpreter.Completion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Says what could be written at a cursor. */
final class Completer {

  private final SourceCodeAnalysis analysis;
  private final CellSplitter splitter;

  Completer(SourceCodeAnalysis analysis, CellSplitter splitter) {
    this.analysis = analysis;
    this.splitter = splitter;
  }

  /** Returns candidates; those that fit the expected type come first. */
  Completion complete(String code, int position) {
    Cursor cursor = Cursor.find(splitter, code, position);
    int[] anchor = {cursor.position()};
    List<Suggestion> suggestions =
        analysis.completionSuggestions(cursor.piece(), cursor.position(), anchor);
    Map<String, Completion.Candidate> candidates = new LinkedHashMap<>();
    List<Suggestion> sorted = new ArrayList<>(suggestions);
    sorted.sort((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()));
    for (Suggestion suggestion : sorted) {
      String text = suggestion.continuation();
      candidates.putIfAbsent(text.replace("(", "").replace(")", ""), candidate(text));
    }
    int start = cursor.offset() + anchor[0];
    return new Completion(
        start, cursor.offset() + cursor.position(), List.copyOf(candidates.values()));
  }

  private static Completion.Candidate candidate(String text) {
    boolean method = text.endsWith("(") || text.endsWith("()");
    String type =
        method
            ? "method"
            : !text.isEmpty() && Character.isUpperCase(text.charAt(0)) ? "class" : "variable";
    return new Completion.Candidate(text, type, "");
  }
}
