package dev.weft.install.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packed {@code weft.jar}, started by a user with an empty home folder. */
class WeftJarIT {
  private static final Path JAR =
      Path.of(System.getenv("WEFT_ROOT"), "install", "target", "weft.jar");

  @TempDir Path folder;

  private record Result(int code, String out, String err) {}

  /** Every Java at hand, the oldest that is installed among them. */
  static Set<Path> javas() throws Exception {
    Set<Path> javas = new LinkedHashSet<>();
    javas.add(Path.of(System.getProperty("java.home"), "bin", "java").toRealPath());
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path java = Path.of(directory, "java");
      if (Files.isExecutable(java)) {
        javas.add(java.toRealPath());
      }
    }
    return javas;
  }

  private Process start(Path java, String... arguments) throws Exception {
    return start(java, Map.of(), arguments);
  }

  private Process start(Path java, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("HOME", home().toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path home() throws Exception {
    return Files.createDirectories(folder.resolve("ho me ü"));
  }

  private static Result finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void runsTheCommandLineWhateverJavaStartsIt(Path java) throws Exception {
    Result version = finish(start(java, "--version"));
    assertEquals(new Result(0, version.out(), ""), version);
    assertTrue(version.out().matches("weft \\d+\\.\\d+\\.\\d+\\R"), version.out());
    Result wrong = finish(start(java, "--no-such-option"));
    assertEquals(2, wrong.code());
    assertEquals(1, wrong.err().lines().count(), wrong.err());
    Result missing = finish(start(java, "run", "a b.ipynb"));
    assertEquals(1, missing.code());
    assertEquals("weft: there is no notebook a b.ipynb", missing.err().strip());
  }

  @ParameterizedTest
  @MethodSource("javas")
  void unpacksOnceWhenSeveralStartTogether(Path java) throws Exception {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(start(java, "--version"));
    }
    for (Process process : started) {
      Result result = finish(process);
      assertEquals(new Result(0, result.out(), ""), result);
    }
    Path cache = home().resolve(".cache").resolve("weft");
    try (Stream<Path> left = Files.list(cache)) {
      assertEquals(1, left.count(), "one folder, nothing half done");
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void saysWhatToDoWhereTheLocaleHasNoSuchLetters(Path java) throws Exception {
    Process process = start(java, Map.of("LC_ALL", "C"), "--version");
    Result result = finish(process);
    assertEquals(1, result.code());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("export LC_ALL=C.UTF-8"), result.err());
  }

  @Test
  void mendsACacheThatLostAFile() throws Exception {
    Path java = javas().iterator().next();
    assertEquals(0, finish(start(java, "--version")).code());
    Path cache = home().resolve(".cache").resolve("weft");
    try (Stream<Path> files = Files.walk(cache)) {
      Files.delete(files.filter(file -> file.endsWith("picocli.jar")).findFirst().orElseThrow());
    }
    assertEquals(0, finish(start(java, "--version")).code());
  }

  @Test
  void holdsEveryJarThatAManifestNames() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (String part : List.of("front/weft-front", "worker/weft-worker", "cli/weft-install")) {
        Path entry = Path.of("weft", part + ".jar");
        for (String name : classPath(jar, entry)) {
          String needed = entry.resolveSibling(name).normalize().toString();
          assertTrue(jar.getEntry(needed) != null, entry + " names " + name);
        }
      }
      List<String> worker =
          jar.stream()
              .map(Object::toString)
              .filter(name -> name.matches("weft/worker/.+"))
              .toList();
      List<String> own = List.of("compat", "library", "link", "worker");
      assertEquals(
          own.stream().map(name -> "weft/worker/weft-" + name + ".jar").toList(),
          worker.stream().sorted().toList(),
          "nothing third-party on the user's class path");
      assertFalse(jar.stream().anyMatch(entry -> entry.getName().matches(".*-\\d+\\..*\\.jar")));
    }
  }

  private static List<String> classPath(JarFile jar, Path entry) throws Exception {
    try (var in = new JarInputStream(jar.getInputStream(jar.getEntry(entry.toString())))) {
      return List.of(in.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
    }
  }
}
