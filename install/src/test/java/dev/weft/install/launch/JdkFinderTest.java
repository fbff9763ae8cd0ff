package dev.weft.install.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkFinderTest {
  @TempDir Path folder;
  private Path root;
  private Path running;

  @BeforeEach
  void makeFolders() throws IOException {
    root = folder.resolve("ro ot");
    running = FakeJdk.jre(folder.resolve("running"), "17.0.1");
  }

  private Path find(Os os, Map<String, String> environment) throws LaunchException {
    Host host = new Host(os, environment, running, folder.resolve("home").toString());
    return new JdkFinder(host, root).find().home();
  }

  @Test
  void takesWhatTheUserNamedFirst() throws Exception {
    Path named = FakeJdk.jdk(folder.resolve("na med"), "25.0.3");
    Path other = FakeJdk.jdk(folder.resolve("other"), "25");
    assertEquals(
        named,
        find(Os.LINUX, Map.of("WEFT_JAVA_HOME", named.toString(), "JAVA_HOME", other.toString())));
    assertEquals(other, find(Os.LINUX, Map.of("JAVA_HOME", other.toString())));
  }

  @Test
  void doesNotPassOverAnUnusableJdkThatTheUserNamed() throws Exception {
    FakeJdk.jdk(root.resolve("usr/lib/jvm/good"), "25");
    Path old = FakeJdk.jdk(folder.resolve("old"), "1.8.0_402");
    var problem =
        assertThrows(
            LaunchException.class, () -> find(Os.LINUX, Map.of("WEFT_JAVA_HOME", old.toString())));
    assertEquals(
        "WEFT_JAVA_HOME is "
            + old
            + ", which is Java 1.8.0_402, older than 25. Weft needs a JDK 25 or newer.",
        problem.getMessage());
  }

  @Test
  void passesOverJavaHomeThatIsTooOldOrNoJdk() throws Exception {
    Path good = FakeJdk.jdk(root.resolve("usr/lib/jvm/good"), "25.0.1");
    Path jre = FakeJdk.jre(folder.resolve("jre"), "25.0.1");
    assertEquals(good, find(Os.LINUX, Map.of("JAVA_HOME", jre.toString())));
    assertEquals(good, find(Os.LINUX, Map.of("JAVA_HOME", folder.resolve("gone").toString())));
  }

  @Test
  void followsLinksOnThePath() throws Exception {
    Path good = FakeJdk.jdk(folder.resolve("good"), "26-ea");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), good.resolve("bin/java"));
    assertEquals(good.toRealPath(), find(Os.LINUX, Map.of("PATH", "/nowhere:" + bin)));
  }

  @Test
  void takesTheOldestThatFitsFromTheUsualPlaces() throws Exception {
    FakeJdk.jdk(root.resolve("usr/lib/jvm/a-27"), "27");
    Path good = FakeJdk.jdk(root.resolve("opt/z-25"), "25.0.2");
    FakeJdk.jdk(root.resolve("usr/lib/jvm/b-21"), "21.0.2");
    assertEquals(good, find(Os.LINUX, Map.of()));
  }

  @Test
  void looksIntoTheUsersFolder() throws Exception {
    Path home = folder.resolve("my home");
    Path good = FakeJdk.jdk(home.resolve(".sdkman/candidates/java/25-tem"), "25");
    assertEquals(good, find(Os.LINUX, Map.of("HOME", home.toString())));
  }

  @Test
  void knowsTheBundlesOfMacOs() throws Exception {
    Path good =
        FakeJdk.jdk(
            root.resolve("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"), "25");
    assertEquals(good, find(Os.MACOS, Map.of()));
  }

  @Test
  void knowsTheVendorsOnWindows() throws Exception {
    Path programs = folder.resolve("Program Files");
    Path jdk = FakeJdk.jdk(programs.resolve("Eclipse Adoptium/jdk-25"), "25.0.3");
    Files.createFile(jdk.resolve("bin/java.exe"));
    Files.createFile(jdk.resolve("bin/javac.exe"));
    assertEquals(jdk, find(Os.WINDOWS, Map.of("ProgramFiles", programs.toString())));
  }

  @Test
  void saysWhatIsMissingAndHowToGetIt() {
    for (Os os : Os.values()) {
      var problem = assertThrows(LaunchException.class, () -> find(os, Map.of()));
      String text = String.valueOf(problem.getMessage());
      assertTrue(text.startsWith("no JDK found. Weft needs a JDK 25 or newer."), text);
      assertTrue(text.contains("https://adoptium.net"), text);
      assertTrue(text.contains("WEFT_JAVA_HOME"), text);
      assertTrue(text.lines().count() <= 5, text);
    }
  }
}
