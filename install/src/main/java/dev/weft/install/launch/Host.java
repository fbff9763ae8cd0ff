package dev.weft.install.launch;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the program needs to know of the machine and the user: system, environment, home folder.
 *
 * <p>Immutable. Tests make their own instead of changing the real environment.
 */
public final class Host {
  private final Os os;
  private final Map<String, String> environment;
  private final Path javaHome;
  private final String userHome;

  /**
   * Describes a machine.
   *
   * @param javaHome the home of the running JVM
   * @param userHome the home folder to use where the environment names none
   */
  public Host(Os os, Map<String, String> environment, Path javaHome, String userHome) {
    this.os = os;
    this.environment = Collections.unmodifiableMap(new HashMap<>(environment));
    this.javaHome = javaHome;
    this.userHome = userHome;
  }

  /** Describes the machine that this JVM runs on. */
  public static Host current() {
    return new Host(
        Os.of(System.getProperty("os.name", "")),
        System.getenv(),
        Paths.get(System.getProperty("java.home", ".")),
        System.getProperty("user.home", "."));
  }

  /** Returns the operating system. */
  public Os os() {
    return os;
  }

  /** Returns all environment variables. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Returns the home of the running JVM. */
  public Path javaHome() {
    return javaHome;
  }

  /** Returns the value of an environment variable, or null where it is not set or empty. */
  public @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Returns the folder that an environment variable names, or null where it names none. */
  public @Nullable Path folder(String name) {
    String value = variable(name);
    return value == null ? null : Paths.get(value);
  }

  /** Returns the user's home folder: {@code HOME} or {@code USERPROFILE}, then Java's own idea. */
  public Path home() {
    Path home = folder(os == Os.WINDOWS ? "USERPROFILE" : "HOME");
    return home == null ? Paths.get(userHome) : home;
  }

  /** Returns the folder for files that can be made again. */
  public Path cacheFolder() {
    switch (os) {
      case WINDOWS:
        Path local = folder("LOCALAPPDATA");
        Path base = local == null ? home().resolve("AppData").resolve("Local") : local;
        return base.resolve("weft").resolve("cache");
      case MACOS:
        return home().resolve("Library").resolve("Caches").resolve("weft");
      default:
        Path xdg = folder("XDG_CACHE_HOME");
        Path cache = xdg == null || !xdg.isAbsolute() ? home().resolve(".cache") : xdg;
        return cache.resolve("weft");
    }
  }

  /** Returns the folders of {@code PATH}, in order. */
  public List<Path> searchPath() {
    List<Path> folders = new ArrayList<>();
    String path = variable("PATH");
    if (path != null) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        if (!folder.isEmpty()) {
          folders.add(Paths.get(folder));
        }
      }
    }
    return folders;
  }
}
