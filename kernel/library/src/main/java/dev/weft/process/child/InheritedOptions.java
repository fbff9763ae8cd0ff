package dev.weft.process.child;

import java.util.ArrayList;
import java.util.List;

/**
 * Options of this JVM that its children get too: those that say what code means, not what it costs.
 */
final class InheritedOptions {

  private static final List<String> PREFIXES =
      List.of(
          "-D",
          "-ea",
          "-enableassertions",
          "--enable-preview",
          "--add-opens=",
          "--add-exports=",
          "--add-reads=",
          "--add-modules=",
          "-XX:ActiveProcessorCount=",
          "-XX:AOTCache=",
          "-XX:+UseCompactObjectHeaders");

  private InheritedOptions() {}

  static List<String> get() {
    return select(ProcessHandle.current().info().arguments().orElse(new String[0]));
  }

  /** Selects from a command line, up to the main class or the jar. */
  static List<String> select(String[] arguments) {
    List<String> selected = new ArrayList<>();
    for (String each : arguments) {
      if (!each.startsWith("-") || each.equals("-jar")) {
        break;
      }
      if (PREFIXES.stream().anyMatch(each::startsWith)) {
        selected.add(each);
      }
    }
    return selected;
  }
}
