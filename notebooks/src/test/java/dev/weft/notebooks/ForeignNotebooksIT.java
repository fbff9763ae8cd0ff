package dev.weft.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.JShellInterpreter;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.NotebookOptions;
import dev.weft.front.remote.WorkerOptions;
import dev.weft.runner.RunOptions;
import dev.weft.runner.Runner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Notebooks as they are written for IJava and JJava run unchanged, and put out what they have put
 * out before: what stands in their files.
 */
class ForeignNotebooksIT {

  private static final Path WORKER = Path.of("target/home/worker").toAbsolutePath();
  private static final Path NOTEBOOKS = Path.of("src/test/resources/foreign");
  private static final Path EXECUTED = Path.of("target/foreign");
  private static final Duration LONGEST_CELL = Duration.ofMinutes(2);

  @TempDir private static Path temporary;
  private static CourseFolder course;

  @BeforeAll
  static void makeFolder() throws IOException {
    course = new CourseFolder(temporary.resolve("course"), NOTEBOOKS);
  }

  static List<String> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[ij]java-.*"))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreNotebooksOfBothKernels() throws IOException {
    assertTrue(notebooks().stream().filter(name -> name.startsWith("ijava")).count() >= 4);
    assertTrue(notebooks().stream().filter(name -> name.startsWith("jjava")).count() >= 3);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void putsOutWhatItHasPutOutBefore(String name) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    RunOptions.Target target = new RunOptions.Target.ToDirectory(EXECUTED);
    RunOptions options =
        new RunOptions(target, false, Optional.of(LONGEST_CELL), false, false, Map.of());
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    int code =
        Runner.run(
            options,
            List.of(course.path.resolve(name)),
            out,
            (folder, asked, sink) -> start(name, folder, asked, sink));

    assertEquals(Runner.OK, code, () -> printed.toString(StandardCharsets.UTF_8));
    assertEquals(seen(NOTEBOOKS.resolve(name)), seen(EXECUTED.resolve(name)));
  }

  private static Interpreter start(
      String name, Path folder, NotebookOptions asked, OutputSink sink) {
    Map<String, String> environment = new HashMap<>(settings(name));
    environment.put("WEFT_MAVEN_SETTINGS", course.settings().toString());
    environment.put("WEFT_MAVEN_REPO", temporary.resolve("local").toString());
    environment.put("WEFT_CONFIG", temporary.resolve("none.properties").toString());
    KernelOptions chosen = asked.addTo(KernelOptions.read(environment, folder), folder);
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(environment);
    WorkerOptions options =
        WorkerOptions.of(WORKER.resolve("weft-worker.jar"))
            .withEnvironment(all)
            .withWorkingDirectory(folder);
    List<Path> libraries =
        List.of(WORKER.resolve("weft-library.jar"), WORKER.resolve("weft-compat.jar"));
    return JShellInterpreter.start(options, chosen, libraries, sink);
  }

  /** What the kernelspec of whoever wrote the notebook has set. */
  private static Map<String, String> settings(String notebook) {
    if (!notebook.endsWith("-settings.ipynb")) {
      return Map.of();
    }
    Map<String, String> settings = new HashMap<>();
    String family = notebook.startsWith("ijava") ? "IJAVA_" : "JJAVA_";
    settings.put("IJAVA_STARTUP_SCRIPT", "int fromStartupScript = 1;");
    settings.put(family + "STARTUP_SCRIPT", "int fromStartupScript = 4;");
    settings.put(family + "STARTUP_SCRIPTS_PATH", "start/*.jshell");
    settings.put(family + "CLASSPATH", "lib/*.jar");
    settings.put(family + "COMPILER_OPTS", "-parameters");
    settings.put(family + "TIMEOUT", "5 SECONDS");
    settings.put("JJAVA_JVM_OPTS", "-Xmx128m -Dcourse=JJava");
    settings.put("JJAVA_LOAD_EXTENSIONS", "0");
    return settings;
  }

  /** Returns the outputs of the cells as far as they are the same each time, a line each. */
  private static String seen(Path notebook) throws IOException {
    List<String> lines = new ArrayList<>();
    JsonObject tree = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
    for (JsonElement each : tree.getAsJsonArray("cells")) {
      JsonObject cell = each.getAsJsonObject();
      if (cell.get("cell_type").getAsString().equals("code")) {
        lines.add("# " + text(cell.get("source")).lines().findFirst().orElse(""));
        boolean varies = cell.get("metadata").toString().matches(".*\"(time|png)\".*");
        for (JsonElement output : cell.getAsJsonArray("outputs")) {
          if (!isDownload(output.toString())) {
            lines.add(seen(output.getAsJsonObject(), varies));
          }
        }
      }
    }
    return String.join("\n", lines);
  }

  /** What is told of a download depends on how long it takes. */
  private static boolean isDownload(String output) {
    return output.contains("\"Download");
  }

  private static String seen(JsonObject output, boolean varies) {
    String type = output.get("output_type").getAsString();
    return switch (type) {
      case "error" -> type + " " + output.get("ename") + " " + output.get("evalue");
      case "stream" -> output.get("name") + (varies ? "" : " " + text(output.get("text")));
      default -> {
        JsonObject data = output.getAsJsonObject("data");
        yield varies
            ? type + " " + new TreeSet<>(data.keySet())
            : type + " " + data + " " + output.get("metadata");
      }
    };
  }

  private static String text(JsonElement lines) {
    if (lines instanceof JsonArray array) {
      StringBuilder text = new StringBuilder();
      array.forEach(line -> text.append(line.getAsString()));
      return text.toString();
    }
    return lines.getAsString();
  }
}
