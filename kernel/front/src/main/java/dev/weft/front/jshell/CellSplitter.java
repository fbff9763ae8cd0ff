package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Splits a cell into pieces, each of which JShell takes as one snippet. */
final class CellSplitter {

  private final SourceCodeAnalysis analysis;

  CellSplitter(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Returns the pieces in order; what is not Java is the last piece, for the compiler to refuse.
   */
  List<Piece> split(String code) {
    return split(code, 0, Edits.NONE);
  }

  /** Returns the pieces of a part of a cell that begins at an offset and was edited. */
  List<Piece> split(String code, int offset, Edits edits) {
    List<Piece> pieces = new ArrayList<>();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        if (SourceMask.unclosedComment(rest).isPresent()) {
          pieces.add(new Piece(rest, offset + code.length() - rest.length(), edits));
        }
        break;
      }
      String source = info.source() != null ? info.source() : rest;
      pieces.add(new Piece(source, offset + code.length() - rest.length(), edits));
      if (info.source() == null || info.remaining().length() >= rest.length()) {
        break;
      }
      rest = info.remaining();
    }
    return List.copyOf(pieces);
  }
}
