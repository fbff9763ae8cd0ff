package dev.weft.front.jshell;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/** Names that can be used, for finding the one that was meant. */
final class KnownNames {

  private static final String NAME = "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)";

  /** What may declare a name in the cell itself: a type, then the name, then what can follow. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "[\\p{javaJavaIdentifierPart}>\\]]\\s+" + NAME + "\\s*(?=[=;,):(])|" + NAME + "\\s*->");

  private final JShell shell;

  KnownNames(JShell shell) {
    this.shell = shell;
  }

  /** Returns the names of variables, and of what looks like one in the cell. */
  Set<String> variables(String cell) {
    Set<String> names = new HashSet<>();
    shell.variables().map(v -> v.name()).filter(n -> !n.startsWith("$")).forEach(names::add);
    Matcher local = LOCAL.matcher(SourceMask.mask(cell));
    while (local.find()) {
      names.add(local.group(1) == null ? local.group(2) : local.group(1));
    }
    return names;
  }

  /** Returns the names of methods outside of classes. */
  Set<String> methods() {
    Set<String> names = new HashSet<>();
    shell.methods().forEach(method -> names.add(method.name()));
    return names;
  }

  /** Returns the names of the notebook's classes. */
  Set<String> types() {
    Set<String> names = new HashSet<>();
    shell.types().forEach(type -> names.add(type.name()));
    return names;
  }
}
