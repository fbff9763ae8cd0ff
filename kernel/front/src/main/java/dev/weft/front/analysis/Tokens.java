package dev.weft.front.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Java source into tokens; takes any text, however broken. */
public final class Tokens {

  private static final Pattern WORD =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private static final Pattern NUMBER = Pattern.compile("\\.?\\d(?:[eEpP][+-]|[\\w.])*");
  private static final Pattern TEXT_BLOCK =
      Pattern.compile("\"\"\"(?:\\\\.|(?!\"\"\")[^\\\\])*+(\"\"\")?", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*+(\")?");
  private static final Pattern CHARACTER = Pattern.compile("'(?:\\\\.|[^'\\\\\\n])*+(')?");
  private static final Pattern BLOCK_COMMENT =
      Pattern.compile("/\\*(?:(?!\\*/).)*+(\\*/)?", Pattern.DOTALL);
  private static final Pattern LINE_COMMENT = Pattern.compile("//[^\\n]*");

  private Tokens() {}

  /** Returns all tokens, comments too, in order. */
  public static List<Token> all(String code) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < code.length()) {
      if (Character.isWhitespace(code.charAt(at))) {
        at++;
      } else {
        Token token = next(code, at);
        tokens.add(token);
        at = token.end();
      }
    }
    return List.copyOf(tokens);
  }

  /** Returns the tokens that mean something to the compiler. */
  public static List<Token> significant(String code) {
    return all(code).stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList();
  }

  /** Returns the literal or comment in which an offset lies. */
  public static Optional<Token> around(List<Token> tokens, int offset) {
    return tokens.stream()
        .filter(t -> t.kind() != Token.Kind.WORD && t.kind() != Token.Kind.SYMBOL)
        .filter(t -> t.contains(offset))
        .findFirst();
  }

  private static Token next(String code, int at) {
    char c = code.charAt(at);
    if (Character.isJavaIdentifierStart(code.codePointAt(at))) {
      return match(WORD, Token.Kind.WORD, code, at);
    }
    if (startsNumber(code, at)) {
      return match(NUMBER, Token.Kind.NUMBER, code, at);
    }
    if (c == '"') {
      Pattern pattern = code.startsWith("\"\"\"", at) ? TEXT_BLOCK : STRING;
      return match(pattern, Token.Kind.TEXT, code, at);
    }
    if (c == '\'') {
      return match(CHARACTER, Token.Kind.CHARACTER, code, at);
    }
    if (code.startsWith("/*", at)) {
      return match(BLOCK_COMMENT, Token.Kind.COMMENT, code, at);
    }
    if (code.startsWith("//", at)) {
      Token comment = match(LINE_COMMENT, Token.Kind.COMMENT, code, at);
      return new Token(Token.Kind.COMMENT, at, comment.end(), false);
    }
    return new Token(Token.Kind.SYMBOL, at, at + Character.charCount(code.codePointAt(at)), true);
  }

  private static boolean startsNumber(String code, int at) {
    int digit = code.charAt(at) == '.' ? at + 1 : at;
    return digit < code.length() && code.charAt(digit) >= '0' && code.charAt(digit) <= '9';
  }

  private static Token match(Pattern pattern, Token.Kind kind, String code, int at) {
    Matcher matcher = pattern.matcher(code).region(at, code.length());
    if (!matcher.lookingAt()) {
      return new Token(Token.Kind.SYMBOL, at, at + 1, true);
    }
    boolean closed = matcher.groupCount() == 0 || matcher.group(1) != null;
    return new Token(kind, at, matcher.end(), closed);
  }
}
