package dev.weft.install.spec;

import dev.weft.install.launch.Host;
import dev.weft.install.launch.Os;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which Jupyter looks for kernels, found as {@code jupyter_core} finds them.
 *
 * <p>Immutable.
 */
public final class JupyterPaths {
  private static final Set<String> NO = Set.of("no", "n", "false", "off", "0", "0.0");

  private final Host host;
  private final @Nullable Path prefix;

  /**
   * Makes the paths of a user.
   *
   * @param prefix the prefix of the Python environment in use ({@code sys.prefix}), if there is one
   */
  public JupyterPaths(Host host, @Nullable Path prefix) {
    this.host = host;
    this.prefix = prefix;
  }

  /** Returns the user's data folder, where {@code install --user} puts its files. */
  public Path userData() {
    Path explicit = host.folder("JUPYTER_DATA_DIR");
    if (explicit != null) {
      return explicit;
    }
    return switch (host.os()) {
      case WINDOWS -> windowsData();
      case MACOS -> macData();
      case LINUX -> {
        Path xdg = host.folder("XDG_DATA_HOME");
        yield (xdg == null ? host.home().resolve(".local").resolve("share") : xdg)
            .resolve("jupyter");
      }
    };
  }

  /** Returns the data folder of an installation prefix, such as a virtual environment. */
  public static Path dataUnder(Path prefix) {
    return prefix.resolve("share").resolve("jupyter");
  }

  /** Returns the data folder of the Python environment in use, or null where there is none. */
  public @Nullable Path environmentData() {
    return prefix == null ? null : dataUnder(prefix);
  }

  /** Returns the folders with kernelspecs, the ones that win first. */
  public List<Path> kernelFolders() {
    Set<Path> data = new LinkedHashSet<>(listed("JUPYTER_PATH"));
    Path environment = environmentData();
    if (environment != null && prefersEnvironment()) {
      data.add(environment);
    }
    data.add(userData());
    if (environment != null) {
      data.add(environment);
    }
    data.addAll(systemData());
    return data.stream().map(folder -> folder.resolve("kernels")).toList();
  }

  private boolean prefersEnvironment() {
    String choice = host.variable("JUPYTER_PREFER_ENV_PATH");
    if (choice != null) {
      return isTrue(choice);
    }
    return prefix != null && Files.exists(prefix.resolve("pyvenv.cfg"));
  }

  private Path windowsData() {
    Path roaming = host.folder("APPDATA");
    if (usesPlatformFolders()) {
      Path local = host.folder("LOCALAPPDATA");
      return (local == null ? host.home().resolve("AppData").resolve("Local") : local)
          .resolve("jupyter");
    }
    return roaming == null
        ? host.home().resolve(".jupyter").resolve("data")
        : roaming.resolve("jupyter");
  }

  private Path macData() {
    Path library = host.home().resolve("Library");
    return usesPlatformFolders()
        ? library.resolve("Application Support").resolve("jupyter")
        : library.resolve("Jupyter");
  }

  private boolean usesPlatformFolders() {
    String choice = host.variable("JUPYTER_PLATFORM_DIRS");
    return choice != null && isTrue(choice);
  }

  private static boolean isTrue(String choice) {
    return !NO.contains(choice.toLowerCase(Locale.ROOT));
  }

  private List<Path> systemData() {
    if (host.os() == Os.WINDOWS) {
      Path shared = host.folder("PROGRAMDATA");
      return shared == null ? List.of() : List.of(shared.resolve("jupyter"));
    }
    return List.of(Path.of("/usr/local/share/jupyter"), Path.of("/usr/share/jupyter"));
  }

  private List<Path> listed(String variable) {
    List<Path> folders = new ArrayList<>();
    String value = host.variable(variable);
    if (value != null) {
      for (String folder : value.split(File.pathSeparator, -1)) {
        if (!folder.isEmpty()) {
          folders.add(Path.of(folder));
        }
      }
    }
    return folders;
  }
}
