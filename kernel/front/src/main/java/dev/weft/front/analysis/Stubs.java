package dev.weft.front.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Declarations without the code inside them, as the compiler needs them to know names and types.
 */
final class Stubs {

  private Stubs() {}

  /**
   * Returns code for what is named in a cell, and for all that is named in that.
   *
   * @param wanted names that are needed although the cell does not have them
   */
  static String of(
      NotebookView notebook, String cell, Predicate<Declared> wanted, Set<String> hidden) {
    Set<String> words = words(cell);
    Set<Declared> needed = new HashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Declared each : notebook.declared()) {
        boolean named = words.contains(each.name()) || wanted.test(each);
        if (named && !hidden.contains(each.name()) && needed.add(each)) {
          words.addAll(words(each.type() + " " + stub(each)));
          grown = true;
        }
      }
    }
    StringBuilder code = new StringBuilder();
    notebook.declared().stream().filter(needed::contains).forEach(d -> code.append(stub(d)));
    return code.toString();
  }

  private static Set<String> words(String code) {
    Set<String> words = new HashSet<>();
    for (Token token : Tokens.all(code)) {
      if (token.kind() == Token.Kind.WORD) {
        words.add(token.text(code));
      }
    }
    return words;
  }

  private static String stub(Declared declared) {
    return switch (declared.kind()) {
      case VARIABLE -> "static " + declared.type() + " " + declared.name() + ";\n";
      case METHOD, TYPE -> member(declared.source());
      case IMPORT, STATEMENT -> "";
    };
  }

  /** Returns a method or type as a static member, without the bodies of methods. */
  static String member(String source) {
    List<Token> tokens = Tokens.significant(source);
    if (tokens.isEmpty()) {
      return "";
    }
    boolean isStatic =
        tokens.stream()
            .limit(4)
            .takeWhile(t -> t.kind() == Token.Kind.WORD)
            .anyMatch(t -> t.is(source, "static"));
    String body = withoutBodies(source, tokens);
    int at = tokens.getFirst().start();
    return body.substring(0, at) + (isStatic ? "" : "static ") + body.substring(at) + "\n";
  }

  private static String withoutBodies(String source, List<Token> tokens) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(source, "{") && opensBody(source, tokens, i)) {
        int close = closing(source, tokens, i);
        kept.append(source, from, tokens.get(i).end()).append('}');
        from = close < tokens.size() ? tokens.get(close).end() : source.length();
        i = close;
      }
    }
    return kept.append(source.substring(from)).toString();
  }

  /** Returns whether a brace stands behind parameters or a throws clause, but not of a record. */
  private static boolean opensBody(String source, List<Token> tokens, int brace) {
    int i = brace - 1;
    while (i > 0 && (isWord(tokens.get(i)) || ".,".contains(tokens.get(i).text(source)))) {
      if (tokens.get(i).is(source, "throws")) {
        return true;
      }
      if (Set.of("implements", "permits", "extends").contains(tokens.get(i).text(source))) {
        return false;
      }
      i--;
    }
    return i == brace - 1 && i > 0 && tokens.get(i).is(source, ")") && !record(source, tokens, i);
  }

  private static boolean record(String source, List<Token> tokens, int close) {
    int depth = 0;
    for (int i = close; i > 1; i--) {
      depth += tokens.get(i).is(source, ")") ? 1 : tokens.get(i).is(source, "(") ? -1 : 0;
      if (depth == 0) {
        return tokens.get(i - 2).is(source, "record") || tokens.get(i - 1).is(source, ">");
      }
    }
    return false;
  }

  private static int closing(String source, List<Token> tokens, int brace) {
    int depth = 0;
    for (int i = brace; i < tokens.size(); i++) {
      depth += tokens.get(i).is(source, "{") ? 1 : tokens.get(i).is(source, "}") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private static boolean isWord(Token token) {
    return token.kind() == Token.Kind.WORD;
  }
}
