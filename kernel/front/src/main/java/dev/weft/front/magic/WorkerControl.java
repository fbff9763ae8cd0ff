package dev.weft.front.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The JVM that runs the cells, and what it and the processes of magics are started with.
 *
 * <p>A JVM can change neither its folder nor its environment: what is set here holds for processes
 * of magics at once, for Java code when the worker is next started.
 */
public interface WorkerControl {

  /** Returns the options of the worker's JVM that the user has given. */
  List<String> options();

  /**
   * Sets the options, and starts the worker anew, and the compiler too if it must know them.
   *
   * @param options in place of those before
   * @return what that has changed
   * @throws MagicException if no JVM starts with these options, the compiler does not take them, or
   *     Java code waits for this call; all is then as before
   */
  Restarted restart(List<String> options) throws MagicException;

  /**
   * What a restart has changed.
   *
   * @param reset variables that have lost their value
   * @param gone what does not compile any more
   */
  record Restarted(List<String> reset, List<String> gone) {}

  /** Returns the folder in which relative paths of magics begin. */
  Path directory();

  /** Returns whether a new worker would lose nothing, as nothing is declared but imports. */
  boolean isFresh();

  /** Sets the folder. */
  void changeDirectory(Path directory);

  /** Returns the environment of processes. */
  Map<String, String> environment();

  /** Sets a variable of the environment. */
  void setEnvironment(String name, String value);

  /** Removes a variable from the environment. */
  void unsetEnvironment(String name);
}
