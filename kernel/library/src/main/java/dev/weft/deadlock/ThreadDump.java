package dev.weft.deadlock;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes a dump of all threads of this JVM. */
final class ThreadDump {

  private ThreadDump() {}

  /**
   * Returns the threads.
   *
   * @throws IllegalStateException if this JVM can't tell
   */
  static List<ThreadSeen> take() {
    if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
      throw new IllegalStateException(
          "This JVM can't tell of its threads: it was made without the module jdk.management");
    }
    try {
      Path folder = Files.createTempDirectory("weft");
      Path file = folder.resolve("threads.json").toAbsolutePath();
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
        return DumpReader.read(Files.readString(file));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No room for a dump of threads: " + e.getMessage(), e);
    }
  }
}
