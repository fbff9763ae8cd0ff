package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program outside notebooks that has the library's jar and nothing else. */
@Timeout(300)
class PlainProgramIT {

  private static final Path LIBRARY = Path.of("target", "weft-library-0.1.0.jar").toAbsolutePath();

  private static final String EXPECTED =
      """
      child 36
      exit 0
      reference 42
      point Point[x=0, y=2]
      hello Ada
      as a module true
      map [Point[x=0, y=0], Point[x=1, y=1], Point[x=2, y=4]]
      starmap [3]
      submit 9
      submit 9
      died 4
      thrown odd 3
      goes on 1
      """;

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void write() throws IOException {
    source = Files.createDirectories(folder.resolve("source/plain")).resolve("Main.java");
    try (InputStream text = PlainProgramIT.class.getResourceAsStream("plain/Main.txt")) {
      Files.write(source, Objects.requireNonNull(text).readAllBytes());
    }
  }

  /** Runs a program of the JDK and returns what it prints, errors too. */
  private static String run(String program, List<Object> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    arguments.forEach(each -> command.add(each.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    Path classes = folder.resolve("classes");
    assertEquals("", run("javac", List.of("-d", classes, "-cp", LIBRARY, source)));
    String path = classes + File.pathSeparator + LIBRARY;
    assertEquals(EXPECTED, run("java", List.of("-cp", path, "plain.Main")));
  }

  @Test
  void runsAsAModule() throws Exception {
    Path declaration = source.resolveSibling("../module-info.java").normalize();
    Files.writeString(declaration, "module plain { requires dev.weft; }");
    Path classes = folder.resolve("classes");
    List<Object> compile = List.of("-d", classes, "-p", LIBRARY, declaration, source);
    assertEquals("", run("javac", compile));
    String path = classes + File.pathSeparator + LIBRARY;
    assertEquals(EXPECTED, run("java", List.of("-p", path, "-m", "plain/plain.Main")));
  }
}
