package dev.weft.front;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the kernel keeps what is to outlive it, such as the history of input. */
final class StateFolder {

  private StateFolder() {}

  /** Returns the folder for this system, user and environment, which need not exist. */
  static Path path(Map<String, String> environment) {
    return path(environment, System.getProperty("os.name"), System.getProperty("user.home"));
  }

  static Path path(Map<String, String> environment, String system, String userHome) {
    Path home = folder(environment, "HOME").orElse(Path.of(userHome));
    if (system.startsWith("Windows")) {
      return folder(environment, "LOCALAPPDATA").orElse(home).resolve("weft");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("weft");
    }
    Path local = home.resolve(".local").resolve("state");
    return folder(environment, "XDG_STATE_HOME").orElse(local).resolve("weft");
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
