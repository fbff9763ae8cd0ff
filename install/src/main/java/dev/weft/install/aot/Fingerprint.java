package dev.weft.install.aot;

import dev.weft.install.spec.KernelCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a start-up cache depends on: the JDK, the jars with their times, and the JVM's options. */
final class Fingerprint {
  private static final String FILE = "fingerprint";

  private Fingerprint() {}

  /** Returns the present state as text. */
  static String of(KernelCommand command) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(String.join("\n", command.normal())).append('\n');
    Path jdk = command.java().toAbsolutePath().getParent();
    Path release = jdk == null ? null : jdk.resolveSibling("release");
    if (release != null && Files.exists(release)) {
      text.append(Files.readString(release)).append('\n');
    }
    for (String part : List.of("front", "worker")) {
      append(text, command.home().resolve(part));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
        text.append(jar.getFileName()).append(' ').append(Files.size(jar)).append(' ');
        text.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
      }
    }
  }

  static void write(Path folder, String fingerprint) throws IOException {
    Files.writeString(folder.resolve(FILE), fingerprint);
  }

  static @Nullable String read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file) ? Files.readString(file) : null;
  }
}
