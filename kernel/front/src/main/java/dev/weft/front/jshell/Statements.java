package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins consecutive statements of a cell into one piece, which costs one compilation, and finds the
 * expression that has the cell's value.
 *
 * <p>Statements declare nothing, so what is put around them changes nothing; what looks like one
 * and is not fails to compile there, and the pieces are then compiled one by one.
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

  /** What to compile at once. */
  sealed interface Group {

    /** Returns what of the cell it is, in order. */
    List<Piece> pieces();

    /** A piece as it stands. */
    record Plain(Piece piece) implements Group {
      @Override
      public List<Piece> pieces() {
        return List.of(piece);
      }
    }

    /** Statements that may run as one. */
    record Block(List<Piece> pieces) implements Group {}

    /** What may be the expression that has the cell's value. */
    record Value(Piece piece) implements Group {
      @Override
      public List<Piece> pieces() {
        return List.of(piece);
      }
    }
  }

  /** Returns each piece of a cell as a group of its own. */
  static List<Group> separate(List<Piece> pieces) {
    return pieces.stream().<Group>map(Group.Plain::new).toList();
  }

  /** Returns the groups of a cell in order. */
  static List<Group> group(List<Piece> pieces) {
    List<Group> groups = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean last = i == pieces.size() - 1;
      boolean statement = isStatement(piece, last);
      if (!statement || !follows(open, piece)) {
        close(open, groups);
      }
      if (statement) {
        open.add(piece);
      } else {
        groups.add(
            last && Scratch.mayBeExpression(piece)
                ? new Group.Value(piece)
                : new Group.Plain(piece));
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
      groups.add(new Group.Block(List.copyOf(open)));
      open.clear();
    }
  }
}
