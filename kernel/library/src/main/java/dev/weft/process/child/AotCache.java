package dev.weft.process.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ahead-of-time cache of children, which lies beside that of their parent.
 *
 * <p>While the parent records its own, the first child that is not a spare records that of the
 * children.
 */
final class AotCache {

  private static final String USE = "-XX:AOTCache=";
  private static final String RECORD = "-XX:AOTCacheOutput=";
  private static final String NAME = "child.aot";

  private AotCache() {}

  /** Returns the option for a child, given the options of this JVM. */
  static Optional<String> option(List<String> own, boolean spare) {
    for (String each : own) {
      if (each.startsWith(USE)) {
        Path cache = beside(each, USE);
        return Optional.of(Files.isRegularFile(cache) ? USE + cache : each);
      }
      if (each.startsWith(RECORD) && !spare && !Files.exists(beside(each, RECORD))) {
        return Optional.of(RECORD + beside(each, RECORD));
      }
    }
    return Optional.empty();
  }

  /** Returns whether a child with this option writes the cache when it ends. */
  static boolean records(String option) {
    return option.startsWith(RECORD);
  }

  private static Path beside(String option, String prefix) {
    return Path.of(option.substring(prefix.length())).toAbsolutePath().resolveSibling(NAME);
  }
}
