package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** Which line of which cell a line of a class came from. */
final class Origins {

  private static final Pattern CLASS =
      Pattern.compile("(REPL\\.\\$JShell\\$[0-9A-Z_]+)(?:\\$(.*))?");

  /** A line of a cell; the name is that of the user's own class, empty outside of one. */
  record Place(int executionCount, int line, String text, String className) {}

  private record Origin(Snippet snippet, Piece piece, Cell cell) {}

  private final SourceCodeAnalysis analysis;
  private final Map<String, Origin> byClass = new HashMap<>();
  private final Map<Snippet, Origin> bySnippet = new HashMap<>();

  Origins(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Takes note of a snippet that has just been compiled. */
  void declared(Snippet snippet, Piece piece, Cell cell) {
    Origin origin = new Origin(snippet, piece, cell);
    bySnippet.put(snippet, origin);
    byClass.put(analysis.wrapper(snippet).fullClassName(), origin);
  }

  /** Takes note of a snippet whose class has another name in the worker, and is used there once. */
  void ran(String className, Snippet snippet, Piece piece, Cell cell) {
    byClass.put(className, new Origin(snippet, piece, cell));
  }

  /** Takes note of a snippet that was compiled anew because another one changed. */
  void recompiled(Snippet snippet) {
    Origin origin = bySnippet.get(snippet);
    if (origin != null) {
      byClass.put(analysis.wrapper(snippet).fullClassName(), origin);
    }
  }

  /** Returns the number of the cell that declared a snippet, or 0. */
  int executionCount(Snippet snippet) {
    Origin origin = bySnippet.get(snippet);
    return origin == null ? 0 : origin.cell().executionCount();
  }

  /** Returns the piece of a cell that a snippet came from, or the snippet's own source. */
  String source(Snippet snippet) {
    Origin origin = bySnippet.get(snippet);
    return origin == null ? snippet.source() : origin.piece().source();
  }

  /** Returns where the line of a class stands in a cell; empty if it is no cell's class. */
  Optional<Place> find(String className, int line) {
    Matcher matcher = CLASS.matcher(className);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String nested = matcher.group(2) == null ? "" : matcher.group(2).replace('$', '.');
    return Optional.ofNullable(byClass.get(matcher.group(1))).map(o -> place(o, line, nested));
  }

  private Place place(Origin origin, int line, String nested) {
    SnippetWrapper wrapper = analysis.wrapper(origin.snippet());
    int inSource = wrapper.wrappedToSourcePosition(lineStart(wrapper.wrapped(), line));
    CellText text = new CellText(origin.cell().code());
    int cellLine = text.line(origin.piece().toCell(inSource, text.code()));
    String source = text.line(cellLine, "").strip();
    return new Place(origin.cell().executionCount(), cellLine, source, nested);
  }

  /** Returns the offset of the first character of a line that is not blank. */
  private static int lineStart(String text, int line) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
