package dev.weft.install.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a JDK that the kernel can run on.
 *
 * <p>Order: {@code WEFT_JAVA_HOME} (which must fit if it is set), {@code JAVA_HOME}, the running
 * JVM, {@code java} on {@code PATH}, then the usual places, where the oldest release that fits
 * wins.
 */
public final class JdkFinder {
  private static final String[] LINUX = {
    "/usr/lib/jvm",
    "/usr/lib64/jvm",
    "/usr/local/lib/jvm",
    "/usr/java",
    "/opt",
    "/opt/java",
    "/opt/jdk"
  };
  private static final String[] WINDOWS_VENDORS = {
    "Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft", "SapMachine"
  };

  private final Host host;
  private final Path root;
  private final Map<Path, String> rejected = new LinkedHashMap<>();

  /** Makes a finder for a machine. */
  public JdkFinder(Host host) {
    this(host, Paths.get("/"));
  }

  JdkFinder(Host host, Path root) {
    this.host = host;
    this.root = root;
  }

  /**
   * Returns the JDK to use.
   *
   * @throws LaunchException if there is none, with a text that says what to do
   */
  public Jdk find() throws LaunchException {
    String explicit = host.variable("WEFT_JAVA_HOME");
    if (explicit != null) {
      return explicit("WEFT_JAVA_HOME", explicit);
    }
    Jdk found = firstUsable(preferred());
    if (found == null) {
      found = firstUsable(usual());
    }
    if (found == null) {
      throw new LaunchException(JdkAdvice.missing(host.os(), rejected));
    }
    return found;
  }

  /**
   * Returns the JDK at a folder that the user named.
   *
   * @param source what named it, for the message
   * @throws LaunchException if the kernel can't run on it
   */
  public Jdk explicit(String source, String folder) throws LaunchException {
    Jdk jdk = Jdk.at(Paths.get(folder), host.os());
    String problem = jdk == null ? "is not a Java installation" : jdk.problem();
    if (jdk == null || problem != null) {
      throw new LaunchException(
          source + " is " + folder + ", which " + problem + ". " + JdkAdvice.wanted());
    }
    return jdk;
  }

  private @Nullable Jdk firstUsable(List<Path> homes) {
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home, host.os());
      if (jdk != null) {
        String problem = jdk.problem();
        if (problem == null) {
          return jdk;
        }
        rejected.put(jdk.home(), problem);
      }
    }
    return null;
  }

  private List<Path> preferred() {
    List<Path> homes = new ArrayList<>();
    Path javaHome = host.folder("JAVA_HOME");
    if (javaHome != null) {
      homes.add(javaHome);
    }
    homes.add(host.javaHome());
    for (Path folder : host.searchPath()) {
      Path home = homeOf(folder.resolve(host.os().program("java")));
      if (home != null) {
        homes.add(home);
      }
    }
    return homes;
  }

  private static @Nullable Path homeOf(Path program) {
    try {
      Path bin = program.toRealPath().getParent();
      return bin == null ? null : bin.getParent();
    } catch (IOException notThere) {
      return null;
    }
  }

  private List<Path> usual() {
    List<Path> homes = new ArrayList<>();
    for (Path folder : usualFolders()) {
      homes.addAll(children(folder));
    }
    homes.sort(Comparator.comparingInt(this::feature).thenComparing(Comparator.naturalOrder()));
    return homes;
  }

  private int feature(Path home) {
    Jdk jdk = Jdk.at(home, host.os());
    return jdk == null ? 0 : jdk.feature();
  }

  private List<Path> usualFolders() {
    List<Path> folders = new ArrayList<>();
    Path home = host.home();
    if (host.os() == Os.WINDOWS) {
      addWindows(folders);
    } else if (host.os() == Os.MACOS) {
      folders.add(root.resolve("Library/Java/JavaVirtualMachines"));
      folders.add(home.resolve("Library/Java/JavaVirtualMachines"));
      folders.addAll(under(root.resolve("opt/homebrew/opt"), "libexec"));
      folders.addAll(under(root.resolve("usr/local/opt"), "libexec"));
    } else {
      for (String folder : LINUX) {
        folders.add(root.resolve(folder.substring(1)));
      }
    }
    folders.add(home.resolve(".sdkman").resolve("candidates").resolve("java"));
    folders.add(home.resolve(".jdks"));
    folders.add(home.resolve(".gradle").resolve("jdks"));
    folders.add(home.resolve(".asdf").resolve("installs").resolve("java"));
    folders.add(home.resolve(".local/share/mise/installs/java"));
    return folders;
  }

  private void addWindows(List<Path> folders) {
    List<Path> bases = new ArrayList<>();
    for (String variable : new String[] {"ProgramFiles", "ProgramW6432"}) {
      Path base = host.folder(variable);
      if (base != null) {
        bases.add(base);
      }
    }
    Path local = host.folder("LOCALAPPDATA");
    if (local != null) {
      bases.add(local.resolve("Programs"));
    }
    for (Path base : bases) {
      for (String vendor : WINDOWS_VENDORS) {
        folders.add(base.resolve(vendor));
      }
    }
    folders.addAll(children(host.home().resolve("scoop").resolve("apps")));
  }

  private static List<Path> under(Path folder, String name) {
    List<Path> result = new ArrayList<>();
    for (Path child : children(folder)) {
      if (child.getFileName().toString().startsWith("openjdk")) {
        result.add(child.resolve(name));
      }
    }
    return result;
  }

  private static List<Path> children(Path folder) {
    List<Path> result = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path child : stream) {
          result.add(child);
        }
      } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
        result.clear();
      }
    }
    return result;
  }
}
