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
          "-XX:+UseCompactObjectHeaders");

  /** Options whose value is the argument after them. */
  private static final List<String> TAKE_NEXT =
      List.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--upgrade-module-path");

  private InheritedOptions() {}

  /** Returns the options with which this JVM was started, as far as the system tells. */
  static List<String> own() {
    return List.of(ProcessHandle.current().info().arguments().orElse(new String[0]));
  }

  /** Selects from a command line, up to the main class or the jar. */
  static List<String> select(List<String> arguments) {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String each = arguments.get(i);
      if (TAKE_NEXT.contains(each)) {
        i++;
        continue;
      }
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
