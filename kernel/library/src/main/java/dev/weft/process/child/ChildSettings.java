package dev.weft.process.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a child JVM is started.
 *
 * @param jvmOptions options after the library's own, which prevail
 * @param environment variables to add to those of this process
 * @param directory where it runs; empty for where this process runs
 */
public record ChildSettings(
    List<String> jvmOptions, Map<String, String> environment, Optional<Path> directory) {

  /** What spares are started with. */
  public static final ChildSettings DEFAULT =
      new ChildSettings(List.of(), Map.of(), Optional.empty());

  /** Keeps its own copies. */
  public ChildSettings {
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
  }
}
