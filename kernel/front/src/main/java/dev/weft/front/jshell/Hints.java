package dev.weft.front.jshell;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;

/** What may help with a mistake, in one line of plain words; nothing where that is not sure. */
final class Hints {

  /** Knows some mistakes. */
  @FunctionalInterface
  interface Rule {
    /**
     * Returns a hint for a mistake that it knows.
     *
     * @param cell the code of the whole cell
     */
    Optional<String> hint(Mistake mistake, String cell);
  }

  private final NameHints names;
  private final List<Rule> rules;

  Hints(JShell shell, FailedCells failed, TypeIndex types) {
    names = new NameHints(new KnownNames(shell), failed, new WaitingSnippets(shell), types);
    rules =
        List.of(
            new ForeignHints(),
            new MemberHints(shell.sourceCodeAnalysis()),
            names,
            new SyntaxHints(),
            new TypeHints());
  }

  /** Returns a hint for what the compiler has refused. */
  Optional<String> of(Mistake mistake, String cell) {
    return rules.stream().flatMap(rule -> rule.hint(mistake, cell).stream()).findFirst();
  }

  /** Returns a hint for a name that a method or class waits for. */
  Optional<String> of(Mistake.Missing missing, String cell) {
    return names.hint(missing, cell);
  }

  /** Returns a hint as it is shown. */
  static String line(String hint) {
    return "  " + Ansi.strong("hint:") + " " + hint;
  }
}
