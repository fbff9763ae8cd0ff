package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** Turns the compiler's diagnostics into {@link Problem}s of the cell. */
final class Problems {

  private static final Pattern SYMBOL = Pattern.compile("symbol:\\s*(\\w+)\\s+([^\\s(]+)(\\S*)");
  private static final Pattern LOCATION = Pattern.compile("location:\\s*(\\S.*)");

  /** A class with its package; JShell's own packages and classes are left over as dots. */
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b(?:\\p{Ll}[\\w$]*\\.)+(?=\\p{Lu})|REPL\\.\\$JShell\\$\\w+\\.");

  /** How the compiler speaks of what is in no class. */
  private static final Pattern NO_CLASS =
      Pattern.compile(" in class +(?=\\S)| in class\\s*$| in $");

  private Problems() {}

  /** Returns the errors among the diagnostics of a piece, of each place only the first. */
  static List<Problem> of(Iterable<Diag> diagnostics, Piece piece, String cell) {
    List<Problem> problems = new ArrayList<>();
    for (Diag diag : diagnostics) {
      int start = piece.toCell(position(diag, piece), cell);
      if (diag.isError() && problems.stream().noneMatch(p -> p.start() == start)) {
        problems.add(problem(diag, start, piece, cell));
      }
    }
    return problems;
  }

  /** What the compiler can't place stands where the piece begins. */
  private static long position(Diag diag, Piece piece) {
    String source = piece.source();
    return diag.getPosition() == Diag.NOPOS
        ? source.length() - source.stripLeading().length()
        : diag.getPosition();
  }

  /** Returns the warnings among the diagnostics of a piece. */
  static List<Problem> warnings(Iterable<Diag> diagnostics, Piece piece, String cell) {
    List<Problem> warnings = new ArrayList<>();
    for (Diag diag : diagnostics) {
      if (!diag.isError()) {
        warnings.add(problem(diag, piece.toCell(diag.getPosition(), cell), piece, cell));
      }
    }
    return warnings;
  }

  private static Problem problem(Diag diag, int start, Piece piece, String cell) {
    int end = Math.max(start, piece.toCell(diag.getEndPosition(), cell));
    String message = plain(diag.getMessage(Locale.ROOT));
    return new Problem(start, end, message, Optional.of(Mistake.of(diag, piece)));
  }

  /** Returns whether an error only says that one of those names is not there. */
  static boolean misses(Diag diag, Set<String> names) {
    Matcher symbol = SYMBOL.matcher(diag.getMessage(Locale.ROOT));
    return diag.getCode().startsWith("compiler.err.cant.resolve")
        && symbol.find()
        && names.contains(symbol.group(2));
  }

  /** Returns the compiler's words on one line, classes by their simple names. */
  static String plain(String message) {
    Matcher symbol = SYMBOL.matcher(message);
    if (!symbol.find()) {
      return simple(joined(message));
    }
    String first = message.lines().findFirst().orElse("").strip();
    String what = first + ": " + symbol.group(1) + " " + symbol.group(2) + symbol.group(3);
    Matcher location = LOCATION.matcher(message);
    boolean elsewhere = location.find() && !location.group(1).strip().equals("class");
    return simple(elsewhere ? what + " in " + location.group(1).strip() : what);
  }

  private static String joined(String message) {
    StringBuilder joined = new StringBuilder();
    for (String line : message.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      boolean goesOn =
          joined.isEmpty()
              || line.startsWith("(")
              || ";:".indexOf(joined.charAt(joined.length() - 1)) >= 0;
      joined
          .append(joined.isEmpty() ? "" : goesOn ? " " : "; ")
          .append(line.replaceFirst(":\\s+", ": "));
    }
    return joined.toString();
  }

  private static String simple(String message) {
    String text = QUALIFIED.matcher(message).replaceAll("");
    return NO_CLASS
        .matcher(text)
        .replaceAll(match -> match.end() == text.length() ? "" : inClass(match.group()));
  }

  /** Two blanks stand where the name of JShell's own class is left out. */
  private static String inClass(String found) {
    return found.endsWith("  ") ? " " : found;
  }
}
