package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** Where the notebook's variables live: each in a static field of the class JShell made for it. */
final class Variables {

  /** A variable: its snippet, and the class that holds it. */
  record Home(VarSnippet snippet, String className) {

    String name() {
      return snippet.name();
    }
  }

  /** What an evaluation did to a variable; one side is missing where it is new or gone. */
  record Change(String name, @Nullable Home before, @Nullable Home after) {

    /** Returns whether the value stayed behind in another class. */
    boolean moved() {
      return before != null && after != null && !before.className().equals(after.className());
    }
  }

  private final SourceCodeAnalysis analysis;
  private final Map<String, Home> homes = new LinkedHashMap<>();

  Variables(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Takes note of a snippet as it is now; empty if it is no variable or nothing changed. */
  Optional<Change> update(VarSnippet snippet, Snippet.Status status) {
    Home before = homes.get(snippet.name());
    if (!status.isDefined()) {
      boolean ours = before != null && before.snippet().equals(snippet);
      return ours
          ? Optional.of(new Change(snippet.name(), homes.remove(snippet.name()), null))
          : Optional.empty();
    }
    Home after = new Home(snippet, analysis.wrapper(snippet).fullClassName());
    homes.put(snippet.name(), after);
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(new Change(snippet.name(), before, after));
  }

  /** Forgets a variable. */
  void remove(String name) {
    homes.remove(name);
  }

  /** Returns where a variable lives, if there is one of that name. */
  Optional<Home> home(String name) {
    return Optional.ofNullable(homes.get(name));
  }

  /** Returns the names that a user has given, in order of declaration. */
  List<String> names() {
    return new ArrayList<>(homes.keySet()).stream().filter(name -> !name.startsWith("$")).toList();
  }
}
