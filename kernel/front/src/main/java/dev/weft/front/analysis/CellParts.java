package dev.weft.front.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Splits a cell into its parts by its brackets and semicolons alone, so that a part that is broken
 * costs no other part.
 */
public final class CellParts {

  private static final Set<String> CONTINUES_STATEMENT = Set.of("else", "catch", "finally");

  private static final Set<String> BLOCKS =
      Set.of("if", "for", "while", "do", "try", "switch", "synchronized", "{", "static");

  private final String code;
  private final List<Token> all;
  private final List<Token> tokens;
  private final List<Part> parts = new ArrayList<>();

  /** Indexes of the open brackets. */
  private final Deque<Integer> open = new ArrayDeque<>();

  private CellParts(String code) {
    this.code = code;
    all = Tokens.all(code);
    tokens = all.stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList();
  }

  /** Returns the parts in order; together they hold all but blanks. */
  public static List<Part> of(String code) {
    CellParts parts = new CellParts(code);
    parts.split();
    return List.copyOf(parts.parts);
  }

  private void split() {
    int first = 0;
    int from = 0;
    while (first < tokens.size()) {
      PartKinds.Head head = PartKinds.of(code, tokens, first);
      int last = end(first, head.kind());
      int start = firstComment(from, tokens.get(first).start());
      int end = tokens.get(last).end();
      parts.add(new Part(head.kind(), head.name(), start, tokens.get(first).start(), end));
      from = end;
      first = last + 1;
    }
  }

  private int firstComment(int from, int otherwise) {
    return all.stream()
        .mapToInt(Token::start)
        .filter(start -> start >= from && start < otherwise)
        .findFirst()
        .orElse(otherwise);
  }

  /** Returns the index of the last token of the part that begins at that one. */
  private int end(int first, Part.Kind kind) {
    open.clear();
    for (int i = first; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      char c = token.kind() == Token.Kind.SYMBOL ? code.charAt(token.start()) : ' ';
      if ("([{".indexOf(c) >= 0) {
        open.push(i);
      } else if (")]}".indexOf(c) >= 0) {
        close(c);
      }
      boolean block = c == '}' && open.isEmpty() && endsBlock(first, i, kind);
      if (block || (c == ';' && endsStatement())) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** Takes away the bracket that is closed, with those in it that were left open. */
  private void close(char c) {
    String opener = "([{".substring(")]}".indexOf(c), ")]}".indexOf(c) + 1);
    if (open.stream().noneMatch(i -> tokens.get(i).is(code, opener))) {
      return;
    }
    while (!tokens.get(open.pop()).is(code, opener)) {
      // what was left open ends here
    }
  }

  /** A semicolon in parentheses ends a statement too, unless they are those of a loop. */
  private boolean endsStatement() {
    return open.stream()
        .allMatch(i -> tokens.get(i).is(code, "(") && !isBefore(i, "for") && !isBefore(i, "try"));
  }

  private boolean isBefore(int index, String word) {
    return index > 0 && tokens.get(index - 1).is(code, word);
  }

  private boolean endsBlock(int first, int last, Part.Kind kind) {
    String next = last + 1 < tokens.size() ? tokens.get(last + 1).text(code) : "";
    return switch (kind) {
      case METHOD, TYPE -> true;
      case IMPORT, VARIABLE -> false;
      case STATEMENT ->
          BLOCKS.contains(tokens.get(first).text(code))
              && !CONTINUES_STATEMENT.contains(next)
              && !isDo(first, next);
    };
  }

  private boolean isDo(int first, String next) {
    return tokens.get(first).is(code, "do") && next.equals("while");
  }
}
