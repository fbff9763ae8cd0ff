package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/** Finds texts compared with {@code ==}, which compiles and is hardly ever meant. */
final class StringComparison {

  private static final String NAME = "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)";

  /** A literal's insides are blanked, but its quotes are there. */
  private static final Pattern LITERAL = Pattern.compile("\"\\s*([!=]=)|([!=]=)\\s*\"");

  private static final Pattern NAMES =
      Pattern.compile(
          "(?<![.\\p{javaJavaIdentifierPart}])"
              + NAME
              + "\\s*([!=]=)\\s*"
              + NAME
              + "(?![.(\\[\\p{javaJavaIdentifierPart}])");
  private static final Pattern DECLARED = Pattern.compile("\\bString\\s+" + NAME);

  private StringComparison() {}

  /** Returns a warning for each comparison in a piece of a cell. */
  static List<Problem> find(Piece piece, String cell, JShell shell) {
    if (!piece.source().contains("==") && !piece.source().contains("!=")) {
      return List.of();
    }
    String code = SourceMask.mask(piece.source());
    List<Problem> found = new ArrayList<>();
    Matcher literal = LITERAL.matcher(code);
    while (literal.find()) {
      found.add(warning(literal.start(literal.group(1) == null ? 2 : 1), piece, cell));
    }
    Set<String> texts = new HashSet<>();
    Matcher names = NAMES.matcher(code);
    while (names.find()) {
      if (texts.isEmpty()) {
        texts.addAll(texts(code, shell));
      }
      if (texts.contains(names.group(1)) && texts.contains(names.group(3))) {
        found.add(warning(names.start(2), piece, cell));
      }
    }
    return found;
  }

  private static Problem warning(int at, Piece piece, String cell) {
    int start = piece.toCell(at, cell);
    return new Problem(
        start,
        start + 2,
        "`==` asks whether two texts are the same object; `a.equals(b)` compares them");
  }

  /** Returns the names of variables that hold texts, in the piece and in the notebook. */
  private static Set<String> texts(String code, JShell shell) {
    Set<String> texts = new HashSet<>();
    Matcher declared = DECLARED.matcher(code);
    while (declared.find()) {
      texts.add(declared.group(1));
    }
    shell.variables().filter(v -> v.typeName().equals("String")).forEach(v -> texts.add(v.name()));
    return texts;
  }
}
