package dev.weft.front.jshell;

import dev.weft.front.jshell.Mistake.Missing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hints for names that stand alone and mean nothing: not imported, not run, or misspelt. */
final class NameHints implements Hints.Rule {

  private static final int MAX_IMPORTS = 3;

  private static final Pattern CALL = Pattern.compile("\\s*(?:<[^()]*>)?\\s*\\(");

  private final KnownNames known;
  private final FailedCells failed;
  private final WaitingSnippets waiting;
  private final TypeIndex types;

  NameHints(KnownNames known, FailedCells failed, WaitingSnippets waiting, TypeIndex types) {
    this.known = known;
    this.failed = failed;
    this.waiting = waiting;
    this.types = types;
  }

  @Override
  public Optional<String> hint(Mistake mistake, String cell) {
    if (mistake.is("doesnt.exist")) {
      return packageHint(mistake.message().replaceFirst("package (\\S+) .*", "$1"));
    }
    return mistake
        .missing()
        .filter(missing -> missing.place().isEmpty())
        .flatMap(
            missing ->
                construction(missing, mistake)
                    .or(() -> hint(missing, cell))
                    .or(() -> declaration(missing, mistake)));
  }

  /** A class whose name stands where a method's could. */
  private Optional<String> construction(Missing missing, Mistake mistake) {
    String name = missing.name();
    boolean called =
        CALL.matcher(mistake.source()).region(mistake.end(), mistake.source().length()).lookingAt();
    boolean isType =
        known.types().contains(name) || types.find(name).stream().anyMatch(NameHints::isImported);
    boolean generic = mistake.source().startsWith("<", mistake.end());
    return called
            && !missing.kind().equals("class")
            && Character.isUpperCase(name.charAt(0))
            && isType
        ? Optional.of("`new " + name + (generic ? "<>" : "") + "(...)` makes an object of a class")
        : Optional.empty();
  }

  /** A value for a variable that nobody has declared, as other languages have it. */
  private static Optional<String> declaration(Missing missing, Mistake mistake) {
    String source = mistake.source();
    boolean first = source.substring(0, mistake.start()).isBlank();
    boolean assigned = source.substring(mistake.end()).matches("(?s)\\s*=[^=].*");
    return first && assigned
        ? Optional.of("a variable is declared first: `var " + missing.name() + " = ...;`")
        : Optional.empty();
  }

  /** Returns a hint for a name that stands alone. */
  Optional<String> hint(Missing missing, String cell) {
    return waiting
        .describe(missing.name())
        .or(() -> failed(missing))
        .or(() -> ForeignHints.word(missing))
        .or(() -> type(missing))
        .or(() -> misspelt(missing, cell));
  }

  private Optional<String> failed(Missing missing) {
    return failed
        .find(missing.name())
        .map(
            count ->
                "`%s` belongs to Cell [%d], which did not run to its end: correct and run that first"
                    .formatted(missing.name(), count));
  }

  private Optional<String> type(Missing missing) {
    String name = missing.name();
    boolean isType = Character.isUpperCase(name.charAt(0)) && name.indexOf('.') < 0;
    if (!isType) {
      return Optional.empty();
    }
    List<String> found = types.find(name);
    if (found.stream().anyMatch(NameHints::isImported)) {
      return Optional.empty();
    }
    return found.isEmpty() ? nested(name) : Optional.of(imports(found));
  }

  private static boolean isImported(String className) {
    return DefaultImports.packages().contains(className.substring(0, className.lastIndexOf('.')));
  }

  /** A class within a well-known one. */
  private static Optional<String> nested(String name) {
    return name.equals("Entry") ? Optional.of("write `Map.Entry`") : Optional.empty();
  }

  private static String imports(List<String> classes) {
    List<String> shown = classes.subList(0, Math.min(MAX_IMPORTS, classes.size()));
    return "it needs `"
        + String.join("` or `", shown.stream().map(name -> "import " + name + ";").toList())
        + "`";
  }

  private Optional<String> misspelt(Missing missing, String cell) {
    Set<String> candidates = new HashSet<>();
    switch (missing.kind()) {
      case "method" -> candidates.addAll(known.methods());
      case "variable" -> candidates.addAll(known.variables(cell));
      default -> {}
    }
    if (!missing.kind().equals("method")) {
      candidates.addAll(known.types());
      candidates.addAll(types.namesIn(DefaultImports.packages()));
    }
    return Nearest.quoted(missing.name(), candidates).map(names -> "did you mean " + names + "?");
  }

  /** What is not known before a dot is a package to the compiler. */
  private Optional<String> packageHint(String name) {
    if (name.indexOf('.') < 0) {
      return hint(new Missing("class", name, ""), "");
    }
    if (name.startsWith("java.") || name.startsWith("javax.")) {
      return Nearest.quoted(name, types.packages()).map(names -> "did you mean " + names + "?");
    }
    return Optional.of("no library here has that package: %maven group:artifact:version adds one");
  }
}
