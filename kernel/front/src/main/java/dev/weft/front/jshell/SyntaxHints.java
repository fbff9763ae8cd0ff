package dev.weft.front.jshell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Hints for what is not finished, or not separated. */
final class SyntaxHints implements Hints.Rule {

  @Override
  public Optional<String> hint(Mistake mistake, String cell) {
    if (mistake.is("premature.eof")) {
      return unclosed(mistake, cell);
    }
    if (mistake.is("expected") && mistake.says("';'")) {
      return endsLine(mistake)
          ? Optional.of("a `;` is missing at the end of the line")
          : Optional.empty();
    }
    return fixed(mistake);
  }

  private static Optional<String> fixed(Mistake mistake) {
    return Optional.ofNullable(
        switch (mistake.code()) {
          case "compiler.err.unclosed.char.lit" ->
              "text stands in double quotes; between single quotes is one character";
          case "compiler.err.unclosed.str.lit" ->
              "a `\"` is missing; text of several lines stands between two `\"\"\"`";
          case "compiler.err.unclosed.text.block" -> "a `\"\"\"` is missing at its end";
          case "compiler.err.unclosed.comment" -> "a `*/` is missing at its end";
          case "compiler.err.int.number.too.large" ->
              "a long number ends with `L`: 10_000_000_000L";
          case "compiler.err.dot.class.expected" -> "a name is missing: `int name = 3;`";
          case "compiler.err.illegal.char" -> character(mistake.message());
          case "compiler.err.limit.string", "compiler.err.limit.string.overflow" ->
              "a text in code has at most 65,535 bytes: read longer ones from a file with"
                  + " Files.readString(Path.of(...))";
          case "compiler.err.limit.code" ->
              "a method has at most 64 KB of code: split the cell or the method";
          default -> null;
        });
  }

  private static String character(String message) {
    if (message.contains("#")) {
      return "a comment begins with `//`";
    }
    boolean quote =
        message.matches("(?s).*\\\\u20(?:1[89cd]|3[39]).*|.*[\u2018\u2019\u201c\u201d].*");
    return quote ? "write straight quotes: \"text\"" : "no such character stands in Java code";
  }

  /** Returns whether nothing but a comment follows on the line. */
  private static boolean endsLine(Mistake mistake) {
    String masked = SourceMask.mask(mistake.source());
    int end = masked.indexOf('\n', mistake.position());
    return end >= 0 && masked.substring(mistake.position(), end).isBlank();
  }

  private static Optional<String> unclosed(Mistake mistake, String cell) {
    String code = SourceMask.mask(mistake.source());
    if (code.stripLeading().startsWith("else")) {
      return Optional.of("`else` follows the `}` of its `if`");
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < code.length(); i++) {
      if ("{([".indexOf(code.charAt(i)) >= 0) {
        open.push(i);
      } else if ("})]".indexOf(code.charAt(i)) >= 0 && !open.isEmpty()) {
        open.pop();
      }
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    int at = Math.max(0, cell.indexOf(mistake.source())) + open.peek();
    int line = new CellText(cell).line(Math.min(at, cell.length()));
    return Optional.of(
        "the `%c` of line %d is never closed".formatted(code.charAt(open.peek()), line));
  }
}
