package dev.weft.process.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process. */
final class ProcFile {

  private ProcFile() {}

  /** Returns kilobytes: {@code Rss} with what it shares, {@code Pss} with its part of that. */
  static long memory(long pid, String kind) {
    for (String line : read(Path.of("/proc/" + pid + "/smaps_rollup")).split("\n", -1)) {
      if (line.startsWith(kind + ":")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  /** Returns the processor time that the threads of a process have used which live now. */
  static long nanos(long pid) {
    long sum = 0;
    try (var tasks = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (Path each : tasks) {
        sum += used(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  /** Returns the processor time that the calling thread has used. */
  static long threadNanos() {
    return used(Path.of("/proc/thread-self"));
  }

  private static long used(Path task) {
    String numbers = read(task.resolve("schedstat"));
    return Long.parseLong(numbers.substring(0, numbers.indexOf(' ')));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
