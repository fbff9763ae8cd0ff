package dev.weft.front.jshell;

import dev.weft.front.options.CompilerArguments;
import java.nio.file.Path;
import java.util.List;

/**
 * How cells are compiled.
 *
 * @param libraries jars and folders that user code is compiled against
 * @param jvmArguments options of the JVM that runs the cells, some of which the compiler must know
 * @param chosen options of the compiler alone
 * @param oneByOne whether each statement is compiled and run by itself
 */
record CompilerSetup(
    List<Path> libraries, List<String> jvmArguments, List<String> chosen, boolean oneByOne) {

  /** Keeps its own unmodifiable copies. */
  CompilerSetup {
    libraries = List.copyOf(libraries);
    jvmArguments = List.copyOf(jvmArguments);
    chosen = List.copyOf(chosen);
  }

  /** Returns all options of the compiler. */
  List<String> arguments() {
    return CompilerArguments.all(jvmArguments, chosen);
  }

  /** Returns those that follow from the options of the JVM. */
  List<String> implied() {
    return CompilerArguments.impliedBy(jvmArguments);
  }

  /** Returns the same without options. */
  CompilerSetup withoutArguments() {
    return new CompilerSetup(libraries, List.of(), List.of(), oneByOne);
  }

  /** Returns the same for a JVM with other options. */
  CompilerSetup withJvmArguments(List<String> arguments) {
    return new CompilerSetup(libraries, arguments, chosen, oneByOne);
  }
}
