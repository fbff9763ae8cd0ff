package dev.weft.front.analysis;

import java.util.List;
import java.util.Set;

/** Says what a part of a cell is, from its first tokens. */
final class PartKinds {

  /** Kind and name of a part. */
  record Head(Part.Kind kind, String name) {}

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "default",
          "native",
          "strictfp",
          "transient",
          "volatile",
          "sealed",
          "non",
          "-");
  private static final Set<String> TYPES = Set.of("class", "interface", "enum");
  private static final Set<String> NO_TYPE =
      Set.of(
          "if",
          "for",
          "while",
          "do",
          "try",
          "switch",
          "synchronized",
          "return",
          "throw",
          "break",
          "continue",
          "yield",
          "assert",
          "else",
          "catch",
          "finally",
          "new",
          "this",
          "super",
          "package",
          "case",
          "instanceof");

  private static final Head STATEMENT = new Head(Part.Kind.STATEMENT, "");

  private final String code;
  private final List<Token> tokens;
  private int at;

  private PartKinds(String code, List<Token> tokens, int at) {
    this.code = code;
    this.tokens = tokens;
    this.at = at;
  }

  /** Returns what begins at that token. */
  static Head of(String code, List<Token> tokens, int first) {
    return new PartKinds(code, tokens, first).head();
  }

  private Head head() {
    skipModifiers();
    if (is("import")) {
      return new Head(Part.Kind.IMPORT, "");
    }
    if (isType()) {
      return new Head(Part.Kind.TYPE, word(at + 1));
    }
    if (is("<")) {
      skipBrackets();
    }
    return declaration();
  }

  private boolean isType() {
    String word = word(at);
    return TYPES.contains(word)
        || (word.equals("record") && !word(at + 1).isEmpty() && !isWord(at + 1, "instanceof"));
  }

  private void skipModifiers() {
    while (at < tokens.size()) {
      if (is("@") && word(at + 1).equals("interface")) {
        at++;
        return;
      }
      if (is("@")) {
        skipAnnotation();
      } else if (MODIFIERS.contains(text(at))
          || (is("synchronized") && !text(at + 1).equals("("))) {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipAnnotation() {
    at++;
    skipName();
    if (is("(")) {
      skipBrackets();
    }
  }

  private boolean skipName() {
    if (word(at).isEmpty()) {
      return false;
    }
    at++;
    while (is(".") && !word(at + 1).isEmpty()) {
      at += 2;
    }
    return true;
  }

  /** Skips a bracket and all up to the one that closes it. */
  private void skipBrackets() {
    int depth = 0;
    do {
      String text = text(at);
      depth += "(<[{".contains(text) ? 1 : ")>]}".contains(text) ? -1 : 0;
      at++;
    } while (depth > 0 && at < tokens.size());
  }

  private Head declaration() {
    if (NO_TYPE.contains(word(at)) || !skipName()) {
      return STATEMENT;
    }
    while (is("<") || is("[")) {
      skipBrackets();
    }
    String name = word(at);
    if (name.isEmpty() || name.equals("instanceof")) {
      return STATEMENT;
    }
    boolean method = text(at + 1).equals("(");
    return new Head(method ? Part.Kind.METHOD : Part.Kind.VARIABLE, name);
  }

  private boolean is(String text) {
    return text(at).equals(text);
  }

  private boolean isWord(int index, String word) {
    return word(index).equals(word);
  }

  private String word(int index) {
    boolean word = index < tokens.size() && tokens.get(index).kind() == Token.Kind.WORD;
    return word ? tokens.get(index).text(code) : "";
  }

  /** The text of a token; at the end, what is no token's. */
  private String text(int index) {
    return index < tokens.size() ? tokens.get(index).text(code) : "\n";
  }
}
