package dev.weft.process;

import dev.weft.process.child.ChildSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a child process is started. Immutable; each {@code with} method returns a changed copy.
 *
 * <p>A child with options of its own can't be one that was started in advance, and so takes longer
 * to start; a name alone does not count.
 *
 * <pre>{@code
 * var options = ChildOptions.DEFAULT.withName("solver").withHeap(256);
 * var p = ChildProcess.start(options, () -> solve());
 * }</pre>
 *
 * @param name what the child is called; empty for a name by number
 * @param jvmOptions options of its JVM
 * @param environment environment variables that it has beside those of this process
 * @param directory its working directory; empty for that of this process
 */
public record ChildOptions(
    Optional<String> name,
    List<String> jvmOptions,
    Map<String, String> environment,
    Optional<Path> directory) {

  /** A child like this process. */
  public static final ChildOptions DEFAULT =
      new ChildOptions(Optional.empty(), List.of(), Map.of(), Optional.empty());

  /** Keeps its own unmodifiable copies. */
  public ChildOptions {
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
  }

  /** Returns a copy with this name. */
  public ChildOptions withName(String newName) {
    return new ChildOptions(Optional.of(newName), jvmOptions, environment, directory);
  }

  /**
   * Returns a copy whose heap grows to that many megabytes at most.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ChildOptions withHeap(int megabytes) {
    if (megabytes < 1) {
      throw new IllegalArgumentException("A heap of " + megabytes + " MB: at least 1 is needed");
    }
    return withJvmOptions("-Xmx" + megabytes + "m");
  }

  /** Returns a copy with these JVM options after those it has, such as {@code -Dkey=value}. */
  public ChildOptions withJvmOptions(String... options) {
    List<String> all = new ArrayList<>(jvmOptions);
    all.addAll(List.of(options));
    return new ChildOptions(name, all, environment, directory);
  }

  /** Returns a copy with one more environment variable. */
  public ChildOptions withEnvironment(String variable, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(variable, value);
    return new ChildOptions(name, jvmOptions, all, directory);
  }

  /** Returns a copy with this working directory, which must exist when the child starts. */
  public ChildOptions withDirectory(Path newDirectory) {
    return new ChildOptions(name, jvmOptions, environment, Optional.of(newDirectory));
  }

  ChildSettings settings() {
    return new ChildSettings(jvmOptions, environment, directory);
  }
}
