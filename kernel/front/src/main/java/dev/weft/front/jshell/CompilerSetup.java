package dev.weft.front.jshell;

import java.nio.file.Path;
import java.util.List;

/**
 * How cells are compiled.
 *
 * @param libraries jars and folders that user code is compiled against
 * @param arguments options of the compiler
 * @param oneByOne whether each statement is compiled and run by itself
 */
record CompilerSetup(List<Path> libraries, List<String> arguments, boolean oneByOne) {

  /** Keeps its own unmodifiable copies. */
  CompilerSetup {
    libraries = List.copyOf(libraries);
    arguments = List.copyOf(arguments);
  }

  /** Returns the same without options. */
  CompilerSetup withoutArguments() {
    return new CompilerSetup(libraries, List.of(), oneByOne);
  }
}
