package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** Turns the compiler's diagnostics into {@link Problem}s of the cell. */
final class Problems {

  private static final Pattern SYMBOL = Pattern.compile("symbol:\\s*(\\w+)\\s+([^\\s(]+)(\\S*)");
  private static final Pattern LOCATION = Pattern.compile("location:\\s*(\\S.*)");

  private Problems() {}

  /** Returns the errors among the diagnostics of a piece, of each place only the first. */
  static List<Problem> of(Iterable<Diag> diagnostics, Piece piece, String cell) {
    List<Problem> problems = new ArrayList<>();
    for (Diag diag : diagnostics) {
      int start = piece.toCell(diag.getPosition(), cell);
      if (diag.isError() && problems.stream().noneMatch(p -> p.start() == start)) {
        int end = Math.max(start, piece.toCell(diag.getEndPosition(), cell));
        problems.add(new Problem(start, end, plain(diag.getMessage(Locale.ROOT))));
      }
    }
    return problems;
  }

  /** Returns whether an error only says that one of those names is not there. */
  static boolean misses(Diag diag, Set<String> names) {
    Matcher symbol = SYMBOL.matcher(diag.getMessage(Locale.ROOT));
    return diag.getCode().startsWith("compiler.err.cant.resolve")
        && symbol.find()
        && names.contains(symbol.group(2));
  }

  private static String plain(String message) {
    Matcher symbol = SYMBOL.matcher(message);
    String first = message.lines().findFirst().orElse("").strip();
    if (!symbol.find()) {
      return String.join(
          " ", message.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }
    String what = first + ": " + symbol.group(1) + " " + symbol.group(2) + symbol.group(3);
    Matcher location = LOCATION.matcher(message);
    boolean elsewhere = location.find() && !location.group(1).strip().equals("class");
    return elsewhere ? what + " in " + location.group(1).strip() : what;
  }
}
