package dev.weft.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.weft.runner.Notebook;
import dev.weft.runner.RunOptions;
import dev.weft.runner.Runner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook of the workshop is well-formed, and runs to its end in the real interpreter. */
class NotebooksIT {
  private static final Path WORKER = Path.of("target/home/worker").toAbsolutePath();
  private static final Path EXECUTED = Path.of("target/executed");
  private static final Duration LONGEST_CELL = Duration.ofMinutes(2);
  private static final Pattern CELL_ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("/(home|root|work|tmp|opt|usr|var|Users)/|[A-Z]:\\\\\\\\");

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  void thereAreNotebooks() throws IOException {
    assertTrue(notebooks().size() >= 4, notebooks().toString());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void runsToItsEnd(Path notebook) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    RunOptions options =
        new RunOptions(
            new RunOptions.Target.ToDirectory(EXECUTED),
            false,
            Optional.of(LONGEST_CELL),
            false,
            false,
            Map.of());
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    int code = Runner.run(options, List.of(notebook), out, NotebooksIT::start);

    assertEquals(Runner.OK, code, () -> printed.toString(StandardCharsets.UTF_8));
    codeCells(EXECUTED.resolve(notebook)).forEach(NotebooksIT::hasNoUnexpectedError);
  }

  private static Interpreter start(Path folder, NotebookOptions asked, OutputSink sink) {
    WorkerOptions options = WorkerOptions.of(WORKER.resolve("weft-worker.jar"));
    KernelOptions chosen = asked.addTo(KernelOptions.NONE, folder);
    List<Path> libraries =
        List.of(WORKER.resolve("weft-library.jar"), WORKER.resolve("weft-compat.jar"));
    return JShellInterpreter.start(options, chosen, libraries, sink);
  }

  private static void hasNoUnexpectedError(JsonObject cell) {
    boolean expected = cell.get("metadata").toString().contains("\"raises-exception\"");
    for (JsonElement output : cell.getAsJsonArray("outputs")) {
      String type = output.getAsJsonObject().get("output_type").getAsString();
      assertTrue(expected || !type.equals("error"), () -> output.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void saysThatItIsJava(Path notebook) throws IOException {
    JsonObject kernel = tree(notebook).getAsJsonObject("metadata").getAsJsonObject("kernelspec");
    assertEquals("java", kernel.get("name").getAsString());
    assertEquals("java", kernel.get("language").getAsString());
    assertEquals("Java (Weft)", kernel.get("display_name").getAsString());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isWrittenAsNbformatWritesIt(Path notebook) throws IOException {
    assertEquals(Files.readString(notebook), Notebook.read(notebook).toJson());
    JsonObject tree = tree(notebook);
    assertEquals(4, tree.get("nbformat").getAsInt());
    assertEquals(5, tree.get("nbformat_minor").getAsInt());
    Set<String> ids = new HashSet<>();
    for (JsonElement cell : tree.getAsJsonArray("cells")) {
      String id = cell.getAsJsonObject().get("id").getAsString();
      assertTrue(CELL_ID.matcher(id).matches() && ids.add(id), id);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void holdsTheOutputsOfARun(Path notebook) throws IOException {
    List<JsonObject> cells = codeCells(notebook);
    for (int i = 0; i < cells.size(); i++) {
      JsonElement count = cells.get(i).get("execution_count");
      assertEquals(String.valueOf(i + 1), count.toString(), "run in order, from the first cell");
      hasNoUnexpectedError(cells.get(i));
    }
    assertTrue(cells.stream().anyMatch(cell -> !cell.getAsJsonArray("outputs").isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void namesNoMachineInItsOutputs(Path notebook) throws IOException {
    for (JsonObject cell : codeCells(notebook)) {
      String outputs = cell.getAsJsonArray("outputs").toString();
      assertFalse(MACHINE_PATH.matcher(outputs).find(), outputs);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void keepsItsCellsShort(Path notebook) throws IOException {
    for (JsonObject cell : codeCells(notebook)) {
      JsonElement source = cell.get("source");
      int lines = source instanceof JsonArray array ? array.size() : 1;
      assertTrue(lines <= 16, () -> cell.get("id") + " has " + lines + " lines");
    }
  }

  private static JsonObject tree(Path notebook) throws IOException {
    return JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
  }

  private static List<JsonObject> codeCells(Path notebook) throws IOException {
    return tree(notebook).getAsJsonArray("cells").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
        .toList();
  }
}
