package dev.weft.front.inspect;

import dev.weft.front.analysis.Token;
import dev.weft.front.analysis.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * The name that an inspection is about.
 *
 * @param start where it begins
 * @param end where it ends
 * @param argument in which argument of a call of it the cursor stands, from 0, or -1
 */
record Target(int start, int end, int argument) {

  /** Finds the name at a cursor, or that of the call in whose parentheses the cursor stands. */
  static Optional<Target> at(String code, int cursor) {
    List<Token> tokens = Tokens.significant(code);
    for (Token token : tokens) {
      boolean word = token.kind() == Token.Kind.WORD;
      if (word && token.start() <= cursor && cursor <= token.end()) {
        return Optional.of(new Target(token.start(), token.end(), -1));
      }
    }
    return aroundCall(code, tokens.stream().filter(t -> t.end() <= cursor).toList(), cursor);
  }

  private static Optional<Target> aroundCall(String code, List<Token> before, int cursor) {
    int depth = 0;
    int commas = 0;
    for (int i = before.size() - 1; i > 0; i--) {
      Token token = before.get(i);
      String text = token.text(code);
      boolean justClosed = depth == 0 && text.equals(")") && i == before.size() - 1;
      if (justClosed && token.end() == cursor) {
        return called(code, before, opening(code, before, i), -1);
      }
      if (")]}".contains(text)) {
        depth++;
      } else if (depth > 0) {
        depth -= "([{".contains(text) ? 1 : 0;
      } else if (text.equals("(")) {
        return called(code, before, i, commas);
      } else if (text.equals(";") || text.equals("{")) {
        return Optional.empty();
      } else if (text.equals(",")) {
        commas++;
      }
    }
    return Optional.empty();
  }

  private static int opening(String code, List<Token> tokens, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += tokens.get(i).is(code, ")") ? 1 : tokens.get(i).is(code, "(") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private static Optional<Target> called(String code, List<Token> tokens, int open, int argument) {
    int name = open - 1;
    if (name >= 0 && tokens.get(name).is(code, ">")) {
      while (name >= 0 && !tokens.get(name).is(code, "<")) {
        name--;
      }
      name--;
    }
    if (name < 0 || tokens.get(name).kind() != Token.Kind.WORD) {
      return Optional.empty();
    }
    Token word = tokens.get(name);
    return Optional.of(new Target(word.start(), word.end(), argument));
  }
}
