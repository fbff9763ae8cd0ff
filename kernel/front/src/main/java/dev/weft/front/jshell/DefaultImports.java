package dev.weft.front.jshell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/** What every cell can name without an import. */
final class DefaultImports {

  /**
   * JShell takes a line of imports as the snippet of the first of them. That one is of no use to
   * anybody, so that no cell replaces the snippet by importing the same.
   */
  private static final String KEY = "import java.lang.Void;";

  private static final List<String> JDK =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.time.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*");

  private static final Set<String> PACKAGES =
      Stream.concat(Stream.of("java.lang"), JDK.stream().map(name -> name.replace(".*", "")))
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> LIBRARY =
      List.of(
          "dev.weft.channel.*",
          "dev.weft.chart.*",
          "dev.weft.deadlock.*",
          "dev.weft.display.*",
          "dev.weft.explore.*",
          "dev.weft.gil.*",
          "dev.weft.input.*",
          "dev.weft.magic.*",
          "dev.weft.manager.*",
          "dev.weft.memory.*",
          "dev.weft.process.*",
          "dev.weft.sync.*",
          "dev.weft.thread.*",
          "dev.weft.timeline.*",
          "dev.weft.timing.*",
          "static dev.weft.display.Display.*",
          "static dev.weft.magic.Magics.*",
          "static dev.weft.process.Range.range",
          "static dev.weft.sync.Held.hold",
          "static org.dflib.jjava.kernel.JavaNotebookStatics.*");

  private DefaultImports() {}

  /** Returns the packages of the JDK whose classes need no import. */
  static Set<String> packages() {
    return PACKAGES;
  }

  /** Declares the imports; those of the library only as far as it is there. */
  static void declare(JShell shell) {
    if (!declare(shell, Stream.concat(JDK.stream(), LIBRARY.stream()).toList())) {
      declare(shell, JDK);
      LIBRARY.forEach(name -> shell.eval("import " + name + ";"));
    }
  }

  private static boolean declare(JShell shell, List<String> names) {
    StringBuilder source = new StringBuilder(KEY);
    names.forEach(name -> source.append(" import ").append(name).append(';'));
    return shell.eval(source.toString()).stream().allMatch(e -> e.status() == Status.VALID);
  }

  /** Returns whether a snippet is what this class has declared. */
  static boolean isDefault(Snippet snippet) {
    return snippet instanceof ImportSnippet declared && KEY.contains(declared.fullname());
  }

  /** Returns whether a piece of a cell imports only what is imported already. */
  static boolean covers(Piece piece) {
    String source = SourceMask.mask(piece.source()).strip();
    return source.startsWith("import ")
        && source.endsWith(";")
        && JDK.contains(source.substring("import ".length(), source.length() - 1).strip());
  }
}
