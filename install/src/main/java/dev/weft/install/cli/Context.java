package dev.weft.install.cli;

import dev.weft.install.launch.Host;
import dev.weft.runner.InterpreterStarter;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What commands work with.
 *
 * @param host the machine and the user
 * @param home the folder that {@code weft.jar} was unpacked to
 * @param jar the jar itself
 * @param out where answers go
 * @param colour whether {@code out} shows colours
 * @param interpreters starts an interpreter for a notebook
 */
record Context(
    Host host,
    Path home,
    Path jar,
    PrintStream out,
    boolean colour,
    InterpreterStarter interpreters) {

  /** The version that was unpacked: the folder is named by version and content. */
  String version() {
    String name = home.getFileName().toString();
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }
}
