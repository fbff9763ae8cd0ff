package dev.weft.front.jshell;

import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * Code that declares nothing, as the initializer of one variable that all such code shares.
 *
 * <p>JShell compiles a variable of a known type in three steps and a bare expression in five, and
 * the next code takes the variable's place where a snippet of its own would stay.
 */
final class Scratch {

  /** What the variable is called; no cell should have a use for the name. */
  static final String VARIABLE = "$cell$value";

  private static final String HEAD = "Object " + VARIABLE + " = (Object) (";
  private static final String BLOCK = HEAD + "switch (0) { default -> { if (true) {";
  private static final String BLOCK_END = "\n} yield null; } });";

  /** What begins a declaration, or prints, which has no value. */
  private static final Pattern NO_EXPRESSION =
      Pattern.compile(
          "(?:import|package|class|interface|enum|record|sealed|non-sealed|abstract|final|static"
              + "|public|private|protected|default|void|var|@\\w+)\\b(?!\\s*[.(=])|@"
              + "|System\\s*\\.\\s*(?:out|err)\\s*\\.\\s*print"
              + "|(?!new\\b|switch\\b|\\w+\\s+instanceof\\b)[\\w.$]+(?:\\s*<[^;()=]*>)?(?:\\s*\\[\\s*])*"
              + "\\s+[\\w$]+\\s*(?:\\[\\s*]\\s*)*(?:=(?!=)|[;,(])");

  private Scratch() {}

  /** Returns whether a snippet is the shared variable. */
  static boolean is(Snippet snippet) {
    return snippet instanceof VarSnippet variable && variable.name().equals(VARIABLE);
  }

  /** Returns whether a piece looks like an expression with a value. */
  static boolean mayBeExpression(Piece piece) {
    return !NO_EXPRESSION.matcher(SourceMask.mask(piece.source()).strip()).lookingAt();
  }

  /** Returns the code that has an expression's value, at the same place of the cell. */
  static Piece expression(Piece piece) {
    String masked = SourceMask.mask(piece.source()).stripTrailing();
    int end = masked.endsWith(";") ? masked.length() - 1 : masked.length();
    return at(HEAD, piece.source().substring(0, end) + "\n);", piece);
  }

  /** Returns the code that runs statements between which the cell has nothing. */
  static Piece statements(List<Piece> pieces) {
    StringBuilder joined = new StringBuilder();
    pieces.forEach(piece -> joined.append(piece.source()));
    return at(BLOCK, joined.append(BLOCK_END).toString(), pieces.getFirst());
  }

  /** Returns where in such code the cell's own begins. */
  static int start(Piece scratch) {
    return (scratch.source().startsWith(BLOCK) ? BLOCK : HEAD).length();
  }

  private static Piece at(String head, String rest, Piece first) {
    return new Piece(head + rest, first.offset() - head.length(), first.edits());
  }
}
