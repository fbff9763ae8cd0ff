package dev.weft.front.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that a user may choose, under one name in the environment and in the file of options.
 *
 * <p>The variables are those of IJava and JJava under our own prefix, then under theirs.
 */
public enum Option {
  /** Options of the JVM that runs the cells. */
  JVM_OPTS("JVM options"),
  /** Options of the compiler. */
  COMPILER_OPTS("compiler options"),
  /** Jars and folders for the cells, as patterns. */
  CLASSPATH("class path"),
  /** How long one statement may take. */
  TIMEOUT("time limit"),
  /** Files that run before the first cell, as patterns. */
  STARTUP_SCRIPTS_PATH("start-up files"),
  /** Code that runs before the first cell. */
  STARTUP_SCRIPT("start-up code"),
  /** Whether extensions in added jars are installed. */
  LOAD_EXTENSIONS("extensions");

  private static final List<String> PREFIXES = List.of("WEFT_", "JJAVA_", "IJAVA_");

  private final String title;

  Option(String title) {
    this.title = title;
  }

  /** Returns what people call it. */
  public String title() {
    return title;
  }

  /** Returns its name in the file of options, as {@code jvm-opts}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the variable that {@code weft install} sets for it. */
  public String variable() {
    return variables().getFirst();
  }

  /** Returns the environment variables that give it, of which the first that is set holds. */
  public List<String> variables() {
    List<String> variables = new ArrayList<>();
    if (this == JVM_OPTS) {
      variables.add("WEFT_JVM_ARGS");
    }
    PREFIXES.forEach(prefix -> variables.add(prefix + name()));
    return variables;
  }
}
