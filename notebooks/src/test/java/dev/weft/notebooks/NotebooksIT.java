package dev.weft.notebooks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.jshell.JShellInterpreter;
import dev.weft.front.options.KernelOptions;
import dev.weft.front.options.NotebookOptions;
import dev.weft.front.remote.WorkerOptions;
import dev.weft.notebooks.WorkshopNotebook.Cell;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every notebook of the workshop runs to its end in the real interpreter, with the solutions of its
 * exercises; its promises hold, its stored outputs are of the shape that the code gives today.
 *
 * <p>Two run at a time: none promises a speed, and what they measure here is not kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotebooksIT {
  private static final int AT_ONCE = 2;
  private static final Path WORKER = Path.of("target/home/worker").toAbsolutePath();
  private static final Path PREPARED = Path.of("target/with-solutions");
  private static final Path EXECUTED = Path.of("target/executed");
  private static final Duration LONGEST_CELL = Duration.ofMinutes(3);

  private final ExecutorService runners = Executors.newFixedThreadPool(AT_ONCE);

  @AfterAll
  void endRunners() {
    runners.shutdownNow();
  }

  @TestFactory
  Stream<DynamicContainer> notebooks() throws IOException {
    List<WorkshopNotebook> all = WorkshopNotebook.all();
    assertTrue(all.size() >= 4, all.toString());
    Files.createDirectories(PREPARED);
    Files.createDirectories(EXECUTED);
    List<DynamicContainer> containers = new ArrayList<>();
    for (WorkshopNotebook notebook : all) {
      Future<?> run = runners.submit(() -> run(notebook));
      containers.add(dynamicContainer(notebook.toString(), tests(notebook, run)));
    }
    return containers.stream();
  }

  /** The first of them waits for the run, the others look at what it has left. */
  private static Stream<DynamicTest> tests(WorkshopNotebook notebook, Future<?> run) {
    return Stream.of(
        dynamicTest("runs to its end", () -> awaitEnd(run)),
        dynamicTest("its solutions are right", () -> checkSolutions(notebook)),
        dynamicTest("its stored outputs are of today", () -> compare(notebook)));
  }

  private static void awaitEnd(Future<?> run) throws Exception {
    try {
      Object unused = run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw e;
    }
  }

  private static @Nullable Void run(WorkshopNotebook notebook) throws IOException {
    Path executed = EXECUTED.resolve(notebook.file());
    Files.deleteIfExists(executed);
    Path prepared = PREPARED.resolve(notebook.file());
    Files.writeString(prepared, Solutions.inserted(notebook).toString());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    int code = Runner.run(options(), List.of(prepared), out, NotebooksIT::start);

    assertEquals(Runner.OK, code, () -> printed.toString(StandardCharsets.UTF_8));
    WorkshopNotebook.read(executed).codeCells().forEach(NotebookFilesTest::hasNoUnexpectedError);
    return null;
  }

  private static RunOptions options() {
    return new RunOptions(
        new RunOptions.Target.ToDirectory(EXECUTED),
        false,
        Optional.of(LONGEST_CELL),
        false,
        false,
        Map.of());
  }

  private static Interpreter start(Path folder, NotebookOptions asked, OutputSink sink) {
    WorkerOptions options = WorkerOptions.of(WORKER.resolve("weft-worker.jar"));
    KernelOptions chosen = asked.addTo(KernelOptions.NONE, folder);
    List<Path> libraries =
        List.of(WORKER.resolve("weft-library.jar"), WORKER.resolve("weft-compat.jar"));
    return JShellInterpreter.start(options, chosen, libraries, sink);
  }

  private static void checkSolutions(WorkshopNotebook notebook) throws IOException {
    WorkshopNotebook executed = WorkshopNotebook.read(EXECUTED.resolve(notebook.file()));
    for (String name : Solutions.names(notebook)) {
      String answer = executed.cell(Solutions.checkedId(name)).printed();
      assertTrue(answer.startsWith("Right"), () -> "The solution of " + name + ": " + answer);
    }
  }

  private static void compare(WorkshopNotebook notebook) throws IOException {
    WorkshopNotebook executed = WorkshopNotebook.read(EXECUTED.resolve(notebook.file()));
    List<Cell> compared = new ArrayList<>(notebook.codeCells());
    compared.removeIf(cell -> cell.hasTag("nbval-ignore-output"));
    assertAll(
        compared.stream()
            .map(
                cell ->
                    () ->
                        assertEquals(
                            OutputShape.of(cell.outputs()).toString(),
                            OutputShape.of(executed.cell(cell.id()).outputs()).toString(),
                            cell::id)));
  }
}
