package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins consecutive statements of a cell into one piece, which costs one compilation.
 *
 * <p>Statements declare nothing, so a block around them changes nothing; what looks like one and is
 * not fails to compile in the block, and the pieces are then compiled one by one.
 */
final class Statements {

  private static final Pattern KEYWORD =
      Pattern.compile("(?:for|while|do|if|try|throw|assert|switch)\\b|synchronized\\s*\\(|\\{");

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "\\+\\+|--|new\\b"
              + "|[\\p{javaJavaIdentifierStart}\"]\\p{javaJavaIdentifierPart}*[\"]?"
              + "(?:\\s*\\.\\s*\\p{javaJavaIdentifierPart}+)*\\s*"
              + "(?:\\(|\\[(?!\\s*\\])|=(?!=)|(?:[-+*/%&|^]|<<|>>>?)=|\\+\\+|--)");

  /** An assignment, increment or decrement, whose value nobody asked for. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?:\\+\\+|--)[^;]*;"
              + "|[\\p{javaJavaIdentifierPart}.\\s]+(?:\\[[^\\]]*\\]\\s*)*"
              + "(?:=(?!=)|(?:[-+*/%&|^]|<<|>>>?)=|\\+\\+|--).*",
          Pattern.DOTALL);

  private Statements() {}

  /** Pieces that may run as one; a single one runs as it is. */
  record Group(List<Piece> pieces, Piece joined) {

    /** Returns whether it is one piece as it stands. */
    boolean isSingle() {
      return pieces.getFirst().equals(joined);
    }
  }

  /** Returns each piece of a cell as a group of its own. */
  static List<Group> separate(List<Piece> pieces) {
    return pieces.stream().map(piece -> new Group(List.of(piece), piece)).toList();
  }

  /** Returns the groups of a cell in order. */
  static List<Group> group(List<Piece> pieces) {
    List<Group> groups = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean statement = isStatement(piece, i == pieces.size() - 1);
      if (!statement || !follows(open, piece)) {
        close(open, groups);
      }
      if (!statement) {
        groups.add(new Group(List.of(piece), piece));
      } else {
        open.add(piece);
      }
    }
    close(open, groups);
    return groups;
  }

  private static boolean isStatement(Piece piece, boolean last) {
    String code = SourceMask.mask(piece.source()).strip();
    if (KEYWORD.matcher(code).lookingAt()) {
      return !(last && code.startsWith("switch"));
    }
    if (!code.endsWith(";") || !EXPRESSION.matcher(code).lookingAt()) {
      return false;
    }
    return !last || ASSIGNMENT.matcher(code).matches();
  }

  /** Returns whether nothing was left out between the open pieces and the next. */
  private static boolean follows(List<Piece> open, Piece next) {
    return open.isEmpty()
        || open.getLast().offset() + open.getLast().source().length() == next.offset();
  }

  private static void close(List<Piece> open, List<Group> groups) {
    if (!open.isEmpty()) {
      groups.add(new Group(List.copyOf(open), join(open)));
      open.clear();
    }
  }

  /** Between the pieces of a group the cell has nothing, so one offset serves for all. */
  private static Piece join(List<Piece> pieces) {
    StringBuilder joined = new StringBuilder("{");
    pieces.forEach(piece -> joined.append(piece.source()));
    Piece first = pieces.getFirst();
    return new Piece(joined.append("\n}").toString(), first.offset() - 1, first.edits());
  }
}
