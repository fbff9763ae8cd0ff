package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.remote.RemoteExecutionControl;
import dev.weft.link.ClassBytes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** Which line of which cell the lines of JShell's classes came from. */
final class Origins {

  /** A piece of a cell. */
  record Origin(Piece piece, Cell cell) {}

  private final SourceCodeAnalysis analysis;
  private final RemoteExecutionControl control;
  private final UserClasses classes;
  private final CellTexts texts;
  private final Map<Snippet, Origin> origins = new HashMap<>();

  Origins(SourceCodeAnalysis analysis, RemoteExecutionControl control, CellPresentation view) {
    this.analysis = analysis;
    this.control = control;
    classes = view.classes();
    texts = view.texts();
  }

  /** Takes note of a snippet that has just been compiled. */
  void declared(Snippet snippet, Piece piece, Cell cell) {
    Origin origin = new Origin(piece, cell);
    origins.put(snippet, origin);
    locate(snippet, origin);
  }

  /** Takes note of a snippet whose class has another name in the worker, and is used there once. */
  void ran(String className, Snippet snippet, Piece piece, Cell cell) {
    Origin origin = new Origin(piece, cell);
    locate(snippet, className, Scratch.start(piece), origin, control.scratchClasses());
  }

  /** Takes note of a snippet that was compiled anew because another one changed. */
  void recompiled(Snippet snippet) {
    Origin origin = origins.get(snippet);
    if (origin != null) {
      locate(snippet, origin);
    }
  }

  private void locate(Snippet snippet, Origin origin) {
    String name = analysis.wrapper(snippet).fullClassName();
    locate(snippet, name, 0, origin, control.current(name));
  }

  private void locate(
      Snippet snippet, String className, int start, Origin origin, List<ClassBytes> compiled) {
    int[] lines = lines(analysis.wrapper(snippet), start, origin);
    UserClasses.Location location =
        new UserClasses.Location(
            texts.label(origin.cell()), line -> lines[Math.min(line, lines.length - 1)]);
    classes.locate(className, origin.cell().executionCount(), compiled, location);
  }

  /** Returns where a snippet came from, if that was a cell. */
  Optional<Origin> find(Snippet snippet) {
    return Optional.ofNullable(origins.get(snippet));
  }

  /** Returns the number of the cell that declared a snippet, or 0. */
  int executionCount(Snippet snippet) {
    Origin origin = origins.get(snippet);
    return origin == null ? 0 : origin.cell().executionCount();
  }

  /** Returns the piece of a cell that a snippet came from, or the snippet's own source. */
  String source(Snippet snippet) {
    Origin origin = origins.get(snippet);
    return origin == null ? snippet.source() : origin.piece().source();
  }

  /**
   * Returns the line of the cell for each line that JShell has made of it; a line that it has added
   * counts as the one before.
   *
   * @param start where in the source of the piece the cell's own begins
   */
  private static int[] lines(SnippetWrapper wrapper, int start, Origin origin) {
    String wrapped = wrapper.wrapped();
    CellText made = new CellText(wrapped);
    CellText cell = new CellText(origin.cell().code());
    int[] lines = new int[made.line(wrapped.length()) + 1];
    String source = origin.piece().source();
    for (int at = start; at < source.length(); at = nextLine(source, at)) {
      int first = firstVisible(source, at);
      if (first < source.length() && source.charAt(first) != '\n') {
        int inCell = origin.piece().toCell(first, cell.code());
        int inWrapped = Math.clamp(wrapper.sourceToWrappedPosition(first), 0, wrapped.length());
        lines[made.line(inWrapped)] = cell.line(inCell);
      }
    }
    fill(lines);
    return lines;
  }

  /** Gives the lines that have none the one before, or after where there is none before. */
  private static void fill(int[] lines) {
    int last = Arrays.stream(lines).filter(line -> line > 0).findFirst().orElse(1);
    for (int i = 0; i < lines.length; i++) {
      last = lines[i] == 0 ? last : lines[i];
      lines[i] = last;
    }
  }

  private static int nextLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Returns the offset of the first character of a line that is not blank. */
  private static int firstVisible(String text, int lineStart) {
    int at = lineStart;
    while (at < text.length()
        && text.charAt(at) != '\n'
        && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
