package dev.weft.front.jshell;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source without what only looks like code. */
final class SourceMask {

  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          """
          //[^\\n]*|/\\*.*?(?:\\*/|\\z)\
          |"{3}.*?(?:(?<!(?<!\\\\)\\\\)"{3}|\\z)\
          |"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+"?\
          |'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'?\
          """,
          Pattern.DOTALL);

  private static final Pattern IDENTIFIER =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

  private SourceMask() {}

  /** Returns the source with comments and the insides of literals blanked, as long as before. */
  static String mask(String source) {
    StringBuilder masked = new StringBuilder(source);
    Matcher matcher = COMMENT_OR_LITERAL.matcher(source);
    while (matcher.find()) {
      boolean literal = source.charAt(matcher.start()) != '/';
      int from = literal ? matcher.start() + 1 : matcher.start();
      int to = literal ? Math.max(from, matcher.end() - 1) : matcher.end();
      blank(masked, from, to);
    }
    return masked.toString();
  }

  /** Returns where a comment begins that has no end. */
  static Optional<Integer> unclosedComment(String source) {
    Matcher matcher = COMMENT_OR_LITERAL.matcher(source);
    while (matcher.find()) {
      String found = matcher.group();
      if (found.startsWith("/*") && (found.length() < 4 || !found.endsWith("*/"))) {
        return Optional.of(matcher.start());
      }
    }
    return Optional.empty();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  /** Returns the identifiers and keywords of the source. */
  static Set<String> identifiers(String source) {
    Set<String> names = new HashSet<>();
    Matcher matcher = IDENTIFIER.matcher(mask(source));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
