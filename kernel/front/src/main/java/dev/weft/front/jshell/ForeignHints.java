package dev.weft.front.jshell;

import dev.weft.front.jshell.Mistake.Missing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hints for what is right in other languages: Python, JavaScript, C++. */
final class ForeignHints implements Hints.Rule {

  private static final String PRINT = "`System.out.println(...)` or `IO.println(...)` prints";

  private static final Map<String, String> METHODS =
      Map.of(
          "print", PRINT,
          "println", PRINT,
          "printf", "`System.out.printf(...)` prints",
          "len", "write `text.length()`, `array.length` or `list.size()`",
          "str", "write `String.valueOf(...)`",
          "input", "`IO.readln(\"prompt\")` reads a line",
          "range", "`IntStream.range(0, n)`, or `for (int i = 0; i < n; i++)`",
          "sum", "`IntStream.of(...).sum()` adds numbers up",
          "sorted", "`list.stream().sorted().toList()` gives a sorted list");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("None", "`null`"),
          Map.entry("nil", "`null`"),
          Map.entry("NULL", "`null`"),
          Map.entry("True", "`true`"),
          Map.entry("False", "`false`"),
          Map.entry("self", "`this`"),
          Map.entry("string", "`String`"),
          Map.entry("str", "`String`"),
          Map.entry("bool", "`boolean`"),
          Map.entry("let", "`var`"),
          Map.entry("auto", "`var`"),
          Map.entry("val", "`var`"));

  /** What a line looks like that is not Java. */
  private static final Map<Pattern, String> LINES = lines();

  private static Map<Pattern, String> lines() {
    Map<Pattern, String> lines = new LinkedHashMap<>();
    lines.put(
        Pattern.compile("^\\s*(?:async\\s+)?(?:def|function|fun|func|fn)\\s+\\w+\\s*\\("),
        "a method begins with the type that it returns: `int twice(int n) { return 2 * n; }`");
    lines.put(
        Pattern.compile("^\\s*for\\s*\\(?\\s*(?:\\w+\\s+)?\\w+\\s+(?:in|of)\\b"),
        "`for (var each : list) { ... }` goes through a list");
    lines.put(Pattern.compile("^\\s*\\}?\\s*elif\\b"), "write `else if (condition) { ... }`");
    lines.put(
        Pattern.compile("^\\s*(?:if|while|else|try)\\b[^?]*:\\s*$"),
        "conditions stand in parentheses and blocks in braces: `if (a > b) { ... }`");
    lines.put(
        Pattern.compile("[\\w)\\]\"]\\s+(?:and|or)\\s+[\\w(!\"]|[(=&|]\\s*not\\s+\\w"),
        "write `&&` for and, `||` for or, `!` for not");
    lines.put(Pattern.compile("\\blambda\\s+\\w+\\s*:"), "a lambda is written `x -> x + 1`");
    lines.put(
        Pattern.compile("^\\s*from\\s+[\\w.]+\\s+import\\b|^\\s*import\\s+[\\w.]+\\s+as\\b"),
        "an import is written `import java.util.List;`");
    lines.put(
        Pattern.compile("=\\s*\\[[^\\]]*\\]"),
        "write `List.of(1, 2)` for a list, or `int[] a = {1, 2};` for an array");
    lines.put(Pattern.compile("\\w\\s*\\*\\*\\s*\\w"), "`Math.pow(a, b)` raises to a power");
    lines.put(Pattern.compile("^\\s*print\\s+[\\w\"]"), PRINT);
    lines.put(Pattern.compile("^\\s*const\\s+\\w+\\s*="), "write `final var`");
    return lines;
  }

  @Override
  public Optional<String> hint(Mistake mistake, String cell) {
    if (mistake.missing().isPresent()) {
      return mistake.missing().filter(m -> m.place().isEmpty()).flatMap(ForeignHints::word);
    }
    boolean grammar =
        mistake
            .code()
            .matches(
                ".*(?:expected\\d?|start\\.of\\.\\w+|not\\.stmt|premature\\.eof|else\\.without\\.if|not\\.allowed)$");
    String line = mistake.line();
    return grammar
        ? LINES.entrySet().stream()
            .filter(each -> each.getKey().matcher(line).find())
            .map(Map.Entry::getValue)
            .findFirst()
        : Optional.empty();
  }

  /** Returns a hint for a name that another language has. */
  static Optional<String> word(Missing missing) {
    return missing.kind().equals("method")
        ? Optional.ofNullable(METHODS.get(missing.name()))
        : Optional.ofNullable(WORDS.get(missing.name())).map(java -> "in Java it is " + java);
  }
}
