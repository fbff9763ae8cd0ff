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
   * Sets the options, and starts the worker anew.
   *
   * @param options in place of those before
   * @return the variables that have lost their value
   * @throws MagicException if no JVM starts with these options, or Java code waits for this call;
   *     all is then as before
   */
  List<String> restart(List<String> options) throws MagicException;

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
