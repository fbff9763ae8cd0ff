package dev.weft.front.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the compiler must be told so that code fits the JVM that runs it. */
public final class CompilerArguments {

  private static final String PREVIEW = "--enable-preview";

  /** Options with a value that JVM and compiler understand alike. */
  private static final Set<String> SHARED =
      Set.of("--add-modules", "--add-exports", "--add-reads", "--module-path", "-p");

  private CompilerArguments() {}

  /** Returns the compiler's options that follow from the JVM's. */
  public static List<String> impliedBy(List<String> jvmArguments) {
    List<String> implied = new ArrayList<>();
    for (int i = 0; i < jvmArguments.size(); i++) {
      String argument = jvmArguments.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (argument.equals(PREVIEW)) {
        implied.addAll(List.of(PREVIEW, "-source", Integer.toString(Runtime.version().feature())));
      } else if (SHARED.contains(name) && equals > 0) {
        implied.addAll(List.of(name, argument.substring(equals + 1)));
      } else if (SHARED.contains(name) && i + 1 < jvmArguments.size()) {
        implied.addAll(List.of(name, jvmArguments.get(++i)));
      }
    }
    return implied;
  }

  /** Returns what was chosen for the compiler after what the JVM's options imply. */
  public static List<String> all(List<String> jvmArguments, List<String> chosen) {
    List<String> all = new ArrayList<>(impliedBy(jvmArguments));
    all.addAll(chosen);
    if (chosen.contains(PREVIEW) && !jvmArguments.contains(PREVIEW)) {
      all.addAll(List.of("-source", Integer.toString(Runtime.version().feature())));
    }
    return List.copyOf(all);
  }
}
