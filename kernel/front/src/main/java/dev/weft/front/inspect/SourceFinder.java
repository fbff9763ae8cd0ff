package dev.weft.front.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the sources that belong to a jar; may take long, as it may fetch them. */
@FunctionalInterface
public interface SourceFinder {

  /** Returns a jar of sources, or empty where there is none. */
  Optional<Path> sources(Path jar);

  /** Looks beside the jar, where Maven puts what it has fetched. */
  static SourceFinder beside() {
    return jar -> {
      String name = String.valueOf(jar.getFileName());
      Path sources = jar.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar"));
      return Files.isRegularFile(sources) ? Optional.of(sources) : Optional.empty();
    };
  }
}
