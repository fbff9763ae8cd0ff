package dev.weft.front.jshell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the constructors of records public, where nothing is said about their access.
 *
 * <p>JShell makes a record public, and then refuses a canonical constructor that is not.
 */
final class RecordConstructors {

  private static final Pattern RECORD =
      Pattern.compile("\\brecord\\s+(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)");

  private RecordConstructors() {}

  /** Returns the piece, changed if it declares a record with such constructors. */
  static Piece open(Piece piece) {
    if (!piece.source().contains("record")) {
      return piece;
    }
    String code = SourceMask.mask(piece.source());
    Matcher declaration = RECORD.matcher(code);
    boolean declares = declaration.find() && code.indexOf('{') > declaration.end();
    return declares ? open(piece, code, declaration.group(1)) : piece;
  }

  private static Piece open(Piece piece, String code, String name) {
    Piece opened = piece;
    int inserted = 0;
    Matcher constructor = Pattern.compile(Pattern.quote(name) + "\\s*[({]").matcher(code);
    while (constructor.find()) {
      int start = constructor.start();
      if (depth(code, start) == 1 && saysNothing(code, start)) {
        opened = opened.withInsertion(start + inserted, "public ");
        inserted += "public ".length();
      }
    }
    return opened;
  }

  /** Returns how many braces are open before an offset. */
  private static int depth(String code, int offset) {
    int open = 0;
    for (int i = 0; i < offset; i++) {
      char c = code.charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return open;
  }

  /** Returns whether nothing but annotations stands between the member before and an offset. */
  private static boolean saysNothing(String code, int offset) {
    int from = offset;
    while (from > 0 && "{};".indexOf(code.charAt(from - 1)) < 0) {
      from--;
    }
    String before = code.substring(from, offset).strip();
    return before.isEmpty() || (before.startsWith("@") && !before.matches("(?s).*\\bp\\w+"));
  }
}
