package dev.weft.bare;

import dev.weft.segment.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What this process has of the system.
 *
 * @param files that it or a dead process of its program has made, in the folder of its shared
 *     memory
 * @param mappings of such files
 * @param descriptors that are open
 * @param threads that live
 */
public record Belongings(long files, long mappings, long descriptors, long threads) {

  /** What the JVM itself may have more of than before. */
  private static final int TOLERANCE = 5;

  /** Between two sweeps so many files are made at most. */
  private static final int SWEEP = 64;

  /** More small regions than one file has room for. */
  private static final int CELLS = 600;

  /**
   * Returns what it has now that a new file for small regions has begun: one that others still have
   * a part in would stay beside the next one.
   */
  public static Belongings beforeUse() {
    for (int i = 0; i < CELLS; i++) {
      Region.create("probe", 8).close();
    }
    return now();
  }

  /** Returns what it has now. */
  public static Belongings now() {
    try {
      return new Belongings(
          count(folder(), Belongings::isOwnOrDeadOnes),
          mapped(),
          count(Path.of("/proc/self/fd"), each -> true),
          Thread.getAllStackTraces().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds it by a probe, large enough for a file of its own, and for the sweep that comes with some
   * of those; the file for small ones, of which there is one always, is there then too.
   */
  private static Path folder() {
    try (Region probe = Region.create("probe", 16 << 10);
        Region small = Region.create("probe", 8)) {
      small.requireOpen();
      return Objects.requireNonNull(Path.of(probe.ref().file()).getParent());
    }
  }

  private static long count(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(wanted).count();
    }
  }

  /** Whether no other living process has made it; a name begins with the id of the maker. */
  private static boolean isOwnOrDeadOnes(Path file) {
    String name = file.getFileName().toString().replaceFirst("^message-", "");
    long maker = Long.parseLong(name.split("-", 2)[0]);
    return maker == ProcessHandle.current().pid() || ProcessHandle.of(maker).isEmpty();
  }

  private static long mapped() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines.filter(each -> each.contains("/weft-")).count();
    }
  }

  /**
   * Waits until there is no more of anything than this.
   *
   * @throws AssertionError if there is after two minutes
   */
  public void awaitNoMore() throws InterruptedException {
    for (int i = 0; i < SWEEP; i++) {
      folder();
    }
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    Belongings now = now();
    while (now.isMoreThan(this)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Before: " + this + ", now: " + now);
      }
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
      now = now();
    }
  }

  private boolean isMoreThan(Belongings before) {
    return files > before.files
        || mappings > before.mappings
        || descriptors > before.descriptors + TOLERANCE
        || threads > before.threads + TOLERANCE;
  }
}
