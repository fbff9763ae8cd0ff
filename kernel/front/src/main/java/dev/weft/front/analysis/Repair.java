package dev.weft.front.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Code made whole enough for the compiler's parser: brackets closed, literals ended. */
final class Repair {

  private final String code;

  Repair(String code) {
    this.code = code;
  }

  /** Returns the code with everything closed that it left open. */
  String closed() {
    StringBuilder closed = new StringBuilder();
    Deque<Character> open = new ArrayDeque<>();
    int from = 0;
    for (Token token : Tokens.all(code)) {
      closed.append(code, from, token.start());
      append(token, open, closed);
      from = token.end();
    }
    closed.append(code.substring(from)).append('\n');
    while (!open.isEmpty()) {
      char bracket = open.pop();
      closed.append(bracket == '}' ? ";}" : bracket);
    }
    return closed.toString();
  }

  private void append(Token token, Deque<Character> open, StringBuilder closed) {
    String text = token.text(code);
    int opener = token.kind() == Token.Kind.SYMBOL ? "([{".indexOf(text) : -1;
    if (opener >= 0) {
      open.push(")]}".charAt(opener));
    } else if (token.kind() == Token.Kind.SYMBOL && ")]}".contains(text)) {
      closeUpTo(text.charAt(0), open, closed);
      return;
    }
    closed.append(text).append(end(token, text));
  }

  /** Closes what stands open inside the bracket that is closed; a bracket too many is dropped. */
  private static void closeUpTo(char bracket, Deque<Character> open, StringBuilder closed) {
    if (!open.contains(bracket)) {
      return;
    }
    char next;
    do {
      next = open.pop();
      closed.append(next);
    } while (next != bracket);
  }

  private static String end(Token token, String text) {
    if (token.closed()) {
      return "";
    }
    return switch (token.kind()) {
      case TEXT -> text.startsWith("\"\"\"") ? "\"\"\"" : "\"";
      case CHARACTER -> "'";
      case COMMENT -> text.startsWith("/*") ? "*/" : "";
      case WORD, NUMBER, SYMBOL -> "";
    };
  }

  /**
   * Returns the code with everything closed, ended behind the name at an offset where what follows
   * does not fit.
   */
  String around(int start, int length) {
    int end = start + length;
    String before = new Repair(code.substring(0, end)).closed();
    if (!balanced()) {
      return before;
    }
    return code.substring(0, end) + separator(end) + code.substring(end);
  }

  private boolean balanced() {
    Deque<Character> open = new ArrayDeque<>();
    for (Token token : Tokens.all(code)) {
      if (token.kind() == Token.Kind.SYMBOL) {
        char c = code.charAt(token.start());
        if ("([{".indexOf(c) >= 0) {
          open.push(")]}".charAt("([{".indexOf(c)));
        } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
          return false;
        }
      } else if (!token.closed() && token.kind() != Token.Kind.COMMENT) {
        return false;
      }
    }
    return open.isEmpty();
  }

  /** A statement under the cursor that the next line would be taken into is ended. */
  private String separator(int end) {
    int line = code.indexOf('\n', end);
    if (line < 0 || !code.substring(end, line).isBlank() || !inBlock(end)) {
      return "";
    }
    String rest = code.substring(line).strip();
    boolean goesOn = !rest.isEmpty() && ".)]},;+-*/%&|=<>?:".indexOf(rest.charAt(0)) >= 0;
    return goesOn ? "" : ";";
  }

  private boolean inBlock(int end) {
    List<Token> tokens = Tokens.significant(code.substring(0, end));
    Deque<Integer> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.SYMBOL) {
        char c = code.charAt(token.start());
        if ("([{".indexOf(c) >= 0) {
          open.push(token.start());
        } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
          open.pop();
        }
      }
    }
    return open.isEmpty() || code.charAt(open.element()) == '{';
  }
}
