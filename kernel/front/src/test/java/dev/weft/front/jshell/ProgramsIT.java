package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs and helpers for threads, as cells use them. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS) // the programs are those of POSIX
class ProgramsIT {

  private static final Path JAR = Path.of("target", "home", "worker", "weft-worker.jar");

  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook =
        new Notebook(
            WorkerLauncher.of(WorkerOptions.of(JAR.toAbsolutePath())), Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  @Test
  void aCellsOwnRunStandsBesideThePrograms() {
    notebook.value("String run(String... words) { return \"own \" + words.length; }");
    notebook.value("int run(int n) { return n + 1; }");
    assertEquals("own 2 3", notebook.value("run(\"a\", \"b\") + \" \" + run(2)"));
    assertEquals("hi", notebook.value("Programs.run(\"echo\", \"hi\").stdout().strip()"));
  }

  @Test
  void liveLinesGoToTheCell() {
    String code = "Program.shell(\"echo one; echo two >&2\").live().check().run();";
    assertEquals("one\n", notebook.printed(code));
    assertEquals("two\n", notebook.errors());
  }

  @Test
  void anInterruptOfTheCellEndsTheProgram() throws Exception {
    CompletableFuture<Long> pid = new CompletableFuture<>();
    notebook.onOutput(text -> pid.complete(Long.valueOf(text.strip())));
    CompletableFuture<CellResult> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () ->
                result.complete(
                    notebook.run("Program.shell(\"echo $$; exec sleep 600\").live().run()")));
    ProcessHandle program = ProcessHandle.of(pid.get(120, TimeUnit.SECONDS)).orElseThrow();
    notebook.interrupt();
    assertInstanceOf(CellResult.Interrupted.class, result.get(120, TimeUnit.SECONDS));
    program.onExit().get(120, TimeUnit.SECONDS);
  }

  @Test
  void failuresOfThreadsAndDelayedTasksAreSeenInTheCell() {
    notebook.value(
        """
        var task = DelayedTask.after(Duration.ZERO, () -> { throw new IOException("late"); });
        try { task.onEnd().get(); } catch (ExecutionException e) { }
        Threads.joinAll(Threads.startAll(1, i -> { throw new IOException("boom"); }));
        while (Threads.active().stream().anyMatch(t -> t.getName().equals("delayed-task"))) {
          Thread.onSpinWait();
        }
        """);
    assertTrue(notebook.errors().contains("java.io.IOException: boom"), notebook.errors());
    assertTrue(notebook.errors().contains("java.io.IOException: late"), notebook.errors());
  }
}
