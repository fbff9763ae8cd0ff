package dev.weft.front.jshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds texts in code that are too long for a class file.
 *
 * <p>The compiler would tell as well, but its tasks share a pool of constants that such a text
 * never leaves: nothing would compile any more.
 */
final class LongLiterals {

  private static final int MOST_BYTES = 65_535;

  /** The most bytes that a character of Java takes. */
  private static final int BYTES = 3;

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          //[^\\n]*+|/\\*(?s:.*?)\\*/\
          |(?<text>"{3}(?s:.*?)(?<!(?<!\\\\)\\\\)"{3}|"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+")\
          |'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'\
          """);

  private LongLiterals() {}

  /** Returns the first such text of a piece. */
  static Optional<Problem> find(Piece piece, String code) {
    String source = piece.source();
    if (source.length() <= MOST_BYTES / BYTES) {
      return Optional.empty();
    }
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String text = token.group("text");
      if (text != null && isTooLong(text)) {
        int start = piece.toCell(token.start(), code);
        return Optional.of(
            new Problem(
                start,
                piece.toCell(token.end(), code),
                "this text is too long for Java code, which allows 65,535 bytes: read it from a"
                    + " file with Files.readString(Path.of(...))"));
      }
    }
    return Optional.empty();
  }

  /** Escape sequences count as what they stand for, as far as that is easy to tell. */
  private static boolean isTooLong(String literal) {
    String content = literal.replaceAll("\\\\(?s:.)", "x");
    return content.getBytes(UTF_8).length - 2 > MOST_BYTES;
  }
}
