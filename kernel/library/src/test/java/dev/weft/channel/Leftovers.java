package dev.weft.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What queues and pipes of this process have in the file system. */
final class Leftovers {

  private Leftovers() {}

  /** The folder in which this process has its shared memory. */
  private static Path folder() {
    PipeMemory probe = PipeMemory.make("probe");
    Path folder = Objects.requireNonNull(Path.of(probe.region.ref().file()).getParent());
    probe.region.close();
    return folder;
  }

  private static List<String> files(String part) throws IOException {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(each -> each.contains(part)).toList();
    }
  }

  /** Returns the files of messages that were too long. */
  static List<String> messages() throws IOException {
    return files("message-");
  }

  /** Returns how many files there are. */
  static int files() throws IOException {
    return files("").size();
  }
}
