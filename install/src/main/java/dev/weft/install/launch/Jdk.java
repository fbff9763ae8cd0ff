package dev.weft.install.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A Java installation on disk, known by its {@code release} file; no JVM is started to ask it. */
public final class Jdk {
  /** The oldest feature release that the kernel runs on. */
  public static final int REQUIRED = 25;

  private final Path home;
  private final Os os;
  private final String version;
  private final String modules;

  private Jdk(Path home, Os os, String version, String modules) {
    this.home = home;
    this.os = os;
    this.version = version;
    this.modules = modules;
  }

  /** Reads the installation at a folder; null where there is none. */
  public static @Nullable Jdk at(Path home, Os os) {
    Path inside = home.resolve("Contents").resolve("Home");
    Path real = Files.isDirectory(inside) ? inside : home;
    Path release = real.resolve("release");
    if (!Files.isRegularFile(real.resolve("bin").resolve(os.program("java")))
        || !Files.isRegularFile(release)) {
      return null;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
    return new Jdk(
        real, os, value(properties, "JAVA_VERSION", "0"), value(properties, "MODULES", ""));
  }

  private static String value(Properties properties, String key, String otherwise) {
    return properties.getProperty(key, otherwise).replace("\"", "").trim();
  }

  /** Returns the folder that holds {@code bin}. */
  public Path home() {
    return home;
  }

  /** Returns the version as the release file has it, such as {@code 25.0.3}. */
  public String version() {
    return version;
  }

  /** Returns the feature release, such as 25, or 0 where the release file names none. */
  public int feature() {
    String[] parts = version.split("[^0-9]+", -1);
    String first = parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0];
    return first.isEmpty() || first.length() > 4 ? 0 : Integer.parseInt(first);
  }

  /** Returns the {@code java} program. */
  public Path java() {
    return home.resolve("bin").resolve(os.program("java"));
  }

  /** Says why the kernel can't run on this installation; null where it can. */
  public @Nullable String problem() {
    if (feature() < REQUIRED) {
      return "is Java " + version + ", older than " + REQUIRED;
    }
    if (!Files.isRegularFile(home.resolve("bin").resolve(os.program("javac")))) {
      return "is Java " + version + " without a compiler (a JRE, not a JDK)";
    }
    if (!modules.isEmpty() && !(" " + modules + " ").contains(" jdk.jshell ")) {
      return "is Java " + version + " without the module jdk.jshell";
    }
    return null;
  }
}
