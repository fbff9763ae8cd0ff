package dev.weft.install.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like a Java installation. */
public final class FakeJdk {
  private FakeJdk() {}

  /** Makes a JDK of a version. */
  public static Path jdk(Path home, String version) throws IOException {
    jre(home, version);
    Files.createFile(home.resolve("bin").resolve("javac")).toFile().setExecutable(true);
    return home;
  }

  static Path jre(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(home.resolve("bin").resolve("java")).toFile().setExecutable(true);
    Files.writeString(
        home.resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base jdk.compiler jdk.jshell\"\n");
    return home;
  }
}
