package dev.weft.front.jshell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;

/** Methods and classes that are declared, and can't be used until something else is. */
final class WaitingSnippets {

  private final JShell shell;

  WaitingSnippets(JShell shell) {
    this.shell = shell;
  }

  /** Says what the snippet of an id waits for. */
  Optional<String> describe(int id) {
    return shell
        .snippets()
        .filter(snippet -> snippet.id().equals(Integer.toString(id)))
        .flatMap(snippet -> describe(snippet).stream())
        .findFirst();
  }

  /** Says what a class that can't be named yet waits for, if there is one of that name. */
  Optional<String> describe(String className) {
    return shell
        .types()
        .filter(type -> type.name().equals(className))
        .filter(type -> shell.status(type) == Status.RECOVERABLE_NOT_DEFINED)
        .flatMap(type -> describe(type).stream())
        .findFirst();
  }

  /** Returns what a snippet waits for. */
  List<Mistake.Missing> missing(Snippet snippet) {
    return waits(snippet) && snippet instanceof DeclarationSnippet declaration
        ? shell.unresolvedDependencies(declaration).map(WaitingSnippets::parse).toList()
        : List.of();
  }

  private static Mistake.Missing parse(String missing) {
    String[] parts = missing.split("[ (]", 3);
    return new Mistake.Missing(parts[0], parts.length > 1 ? parts[1] : "", "");
  }

  private boolean waits(Snippet snippet) {
    Status status = shell.status(snippet);
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  /** Says what a snippet waits for, if it does. */
  Optional<String> describe(Snippet snippet) {
    return waits(snippet) && snippet instanceof DeclarationSnippet declaration
        ? Optional.of(text(declaration))
        : Optional.empty();
  }

  private String text(DeclarationSnippet snippet) {
    List<String> unresolved = shell.unresolvedDependencies(snippet).toList();
    if (!unresolved.isEmpty()) {
      List<String> undefined = unresolved.stream().filter(name -> !isDeclared(name)).toList();
      List<String> missing = undefined.isEmpty() ? unresolved : undefined;
      return name(snippet)
          + " uses "
          + missing.stream().map(WaitingSnippets::quoted).collect(Collectors.joining(" and "))
          + (missing.size() == 1 ? ", which is not " : ", which are not ")
          + (undefined.isEmpty() ? "complete yet" : "defined yet");
    }
    String reasons =
        shell
            .diagnostics(snippet)
            .filter(Diag::isError)
            .map(diag -> Problems.plain(diag.getMessage(Locale.ROOT)))
            .distinct()
            .collect(Collectors.joining("; "));
    return name(snippet) + " does not compile any more" + (reasons.isEmpty() ? "" : ": " + reasons);
  }

  /** Returns whether something is declared that waits itself. */
  private boolean isDeclared(String unresolved) {
    return shell.types().anyMatch(type -> unresolved.equals("class " + type.name()) && waits(type));
  }

  private static String name(DeclarationSnippet snippet) {
    return switch (snippet) {
      case MethodSnippet method -> method.name() + "(" + method.parameterTypes() + ")";
      case TypeDeclSnippet type -> "class " + type.name();
      default -> snippet.name();
    };
  }

  /** JShell names a thing as {@code method late()}. */
  private static String quoted(String missing) {
    int blank = missing.indexOf(' ');
    return missing.substring(0, blank + 1) + "`" + missing.substring(blank + 1) + "`";
  }
}
