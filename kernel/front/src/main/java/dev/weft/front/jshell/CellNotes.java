package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.OutputSink;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.Snippet;

/** What a cell's author is told on standard error although nothing has failed. */
final class CellNotes {

  private final OutputSink sink;
  private final WaitingSnippets waiting;
  private final Hints hints;

  CellNotes(OutputSink sink, WaitingSnippets waiting, Hints hints) {
    this.sink = sink;
    this.waiting = waiting;
    this.hints = hints;
  }

  /** Tells a text, which ends with a line break. */
  void tell(Cell cell, String text) {
    sink.stream(cell.id(), "stderr", text);
  }

  /** Tells what those of the snippets wait for that can't be used yet. */
  void waiting(Cell cell, Stream<Snippet> snippets) {
    for (Snippet snippet : snippets.distinct().toList()) {
      waiting.describe(snippet).ifPresent(text -> tell(cell, text + "\n"));
      for (Mistake.Missing missing : waiting.missing(snippet)) {
        hints.of(missing, cell.code()).ifPresent(hint -> tell(cell, Hints.line(hint) + "\n"));
      }
    }
  }

  /** Tells what compiles and may not be meant. */
  void warnings(Cell cell, List<Problem> warnings) {
    warnings.forEach(each -> tell(cell, CompileErrors.warning(cell.code(), each)));
  }
}
