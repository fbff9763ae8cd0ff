package dev.weft.front.jshell;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * What the compiler says of an error, as far as hints need it.
 *
 * @param code the compiler's name for this kind of error
 * @param message its words, on several lines
 * @param source the piece of the cell in which it is
 * @param start where in the source it begins
 * @param position the character of the source that matters most
 * @param end where it ends
 */
record Mistake(String code, String message, String source, int start, int position, int end) {

  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s*(\\w+)\\s+([^\\s(]+)(\\([^\\n]*\\))?");
  private static final Pattern LOCATION = Pattern.compile("location:\\s*(\\S+)\\s+([^\\n]*)");

  /**
   * A name that means nothing to the compiler.
   *
   * @param kind {@code class}, {@code method}, {@code variable} or {@code package}
   * @param place where it is looked for: {@code class} or {@code variable} and more; empty where it
   *     stands alone
   */
  record Missing(String kind, String name, String place) {}

  static Mistake of(Diag diag, Piece piece) {
    int length = piece.source().length();
    return new Mistake(
        String.valueOf(diag.getCode()),
        diag.getMessage(Locale.ROOT),
        piece.source(),
        Math.clamp(diag.getStartPosition(), 0, length),
        Math.clamp(diag.getPosition(), 0, length),
        Math.clamp(diag.getEndPosition(), 0, length));
  }

  /** Returns the mistake that a source uses what JShell does not know, as in {@code class A}. */
  static Mistake unresolved(String missing, String source) {
    return new Mistake("compiler.err.cant.resolve", "symbol: " + missing, source, 0, 0, 0);
  }

  /** Returns whether it is of that kind; kinds are given without their common beginning. */
  boolean is(String kind) {
    return code.equals("compiler.err." + kind);
  }

  boolean says(String text) {
    return message.contains(text);
  }

  /** Returns the name that was not found, if that is the mistake. */
  Optional<Missing> missing() {
    Matcher symbol = SYMBOL.matcher(message);
    if (!code.startsWith("compiler.err.cant.resolve") || !symbol.find()) {
      return Optional.empty();
    }
    Matcher location = LOCATION.matcher(message);
    boolean elsewhere = location.find() && !location.group(2).isBlank();
    String place = elsewhere ? location.group(1) + " " + location.group(2).strip() : "";
    return Optional.of(new Missing(symbol.group(1), symbol.group(2), place));
  }

  /** Returns the line of the source in which it is, without comments and texts. */
  String line() {
    return new CellText(SourceMask.mask(source)).lineAt(Math.min(position, source.length()));
  }
}
