package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 300)
class JShellInterpreterIT {

  private static final Path JAR = Path.of("target", "home", "worker", "weft-worker.jar");

  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook = new Notebook(WorkerLauncher.of(options()), Duration.ofSeconds(5));
  }

  private static WorkerOptions options() {
    return WorkerOptions.of(JAR.toAbsolutePath());
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  private long worker() {
    return notebook.interpreter.processIds().get(1);
  }

  /** Starts a cell, and returns when it has printed {@code go}. */
  private CompletableFuture<CellResult> startCell(String code) throws InterruptedException {
    CountDownLatch printed = new CountDownLatch(1);
    AtomicReference<String> seen = new AtomicReference<>("");
    notebook.onOutput(
        text -> {
          if (seen.accumulateAndGet(text, String::concat).contains("go")) {
            printed.countDown();
          }
        });
    CompletableFuture<CellResult> result = new CompletableFuture<>();
    Thread.ofPlatform().name("shell").start(() -> result.complete(notebook.run(code)));
    assertTrue(printed.await(60, TimeUnit.SECONDS), "the cell did not begin");
    notebook.onOutput(text -> {});
    return result;
  }

  private static CellResult await(CompletableFuture<CellResult> result) throws Exception {
    return result.get(120, TimeUnit.SECONDS);
  }

  @Test
  void aCellRunsInAnotherProcess() {
    notebook.value("1 + 1");
    assertEquals(Long.toString(worker()), notebook.value("ProcessHandle.current().pid()"));
  }

  @Test
  void redefiningAMethodKeepsWhatItGave() {
    notebook.value("int f() { return 1; } var v = f(); int g() { return f() * 10; }");
    notebook.value("int f() { return 2; }");
    assertEquals("1 2 20", notebook.value("v + \" \" + f() + \" \" + g()"));
    notebook.value("long f() { return 3L; }");
    assertEquals("1 3", notebook.value("v + \" \" + f()"));
    notebook.value("import java.util.concurrent.atomic.*;");
    assertEquals("1", notebook.value("v"));
  }

  @Test
  void aMethodSeesAVariableOfANewType() {
    notebook.value("int n = 1; String show() { return \"n=\" + n; } int other = 5;");
    notebook.value("String n = \"text\";");
    assertEquals("n=text 5", notebook.value("show() + \" \" + other"));
  }

  @Test
  void aClassOfANewShapeResetsOnlyItsOwnVariablesAndSaysSo() {
    notebook.value(
        "class A { int x = 1; }\nA a = new A(); int b = 2; List<String> c = List.of(\"c\");");
    notebook.value("class A { int x = 1; int y = 2; }");
    assertTrue(notebook.errors().contains("has changed: a."), notebook.errors());
    assertEquals("null 2 [c]", notebook.value("a + \" \" + b + \" \" + c"));
    assertEquals("2", notebook.value("a = new A();\na.y"));
  }

  @Test
  void aVariableOfANewTypeComesBackWhenTheCellDoesNotCompile() {
    notebook.value("int x = 41; x++;");
    notebook.failure("String x = \"new\"; nonsense();");
    assertEquals("42", notebook.value("x"));
    notebook.failure("Object.class.cast(null).toString(); String x = \"new\";");
    assertEquals("42", notebook.value("x"));
  }

  @Test
  void redefinitionsHappenInTheirOrder() {
    notebook.value("String who() { return \"first\"; }");
    notebook.value(
        """
        System.out.println(who());
        String who() { return "second"; }
        System.out.println(who());\
        """);
    assertEquals("first\nsecond\n", notebook.output());
  }

  @Test
  void exitEndsTheWorkerAndNotTheNotebook() {
    notebook.value("int twice(int a) { return 2 * a; } int lost = 5; record P(int a) {}");
    long before = worker();
    CellResult.WorkerDied died =
        assertInstanceOf(CellResult.WorkerDied.class, notebook.run("lost = 6;\nSystem.exit(3);"));
    assertTrue(died.errorValue().contains("exited with status 3"), died.errorValue());
    assertTrue(Notebook.plain(died).contains("were reset: lost."), Notebook.plain(died));
    assertEquals("8 0 P[a=1]", notebook.value("twice(4) + \" \" + lost + \" \" + new P(1)"));
    assertTrue(before != worker());
  }

  @Test
  void haltEndsTheWorkerAndNotTheNotebook() {
    CellResult died = notebook.run("Runtime.getRuntime().halt(7);");
    assertTrue(Notebook.plain(died).contains("exited with status 7"), Notebook.plain(died));
    assertEquals("2", notebook.value("1 + 1"));
  }

  @Test
  void aWorkerKilledWhileItRunsIsReported() throws Exception {
    CompletableFuture<CellResult> result =
        startCell("System.out.println(\"go\"); Thread.sleep(1_000_000);");
    ProcessHandle.of(worker()).orElseThrow().destroyForcibly();
    CellResult died = await(result);
    assertTrue(Notebook.plain(died).contains("SIGKILL"), Notebook.plain(died));
    assertEquals("2", notebook.value("1 + 1"));
  }

  @Test
  void aWorkerKilledBetweenCellsIsReplacedAndReported() throws Exception {
    notebook.value("int idle() { return 4; }");
    for (int i = 0; i < 5; i++) {
      ProcessHandle handle = ProcessHandle.of(worker()).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get(60, TimeUnit.SECONDS);
      assertEquals("4", notebook.value("idle()"));
      assertTrue(notebook.errors().contains("SIGKILL"), notebook.errors());
    }
  }

  @Test
  void aWorkerThatCannotStartIsAClearError() {
    WorkerOptions broken = WorkerOptions.of(Path.of("target", "missing.jar").toAbsolutePath());
    try (Notebook none = new Notebook(WorkerLauncher.of(broken), Duration.ofSeconds(5))) {
      CellResult result = none.run("1 + 1");
      assertTrue(Notebook.plain(result).contains("missing.jar"), Notebook.plain(result));
    }
  }

  @Test
  void aSleepIsInterrupted() throws Exception {
    CompletableFuture<CellResult> result =
        startCell(
            "int kept = 3;\nSystem.out.println(\"go\");\nThread.sleep(1_000_000);\nkept = 4;");
    notebook.interrupt();
    assertInstanceOf(CellResult.Interrupted.class, await(result));
    assertEquals("3", notebook.value("kept"));
  }

  @Test
  void aLoopIsInterrupted() throws Exception {
    CompletableFuture<CellResult> result =
        startCell("long spins = 0;\nSystem.out.println(\"go\");\nwhile (true) { spins++; }");
    notebook.interrupt();
    assertInstanceOf(CellResult.Interrupted.class, await(result));
    assertEquals("true", notebook.value("spins > 0"));
  }

  @Test
  void whatCannotBeStoppedIsEndedAtTheSecondInterrupt() throws Exception {
    notebook.value("int inside() { return 3; } int gone = 5;");
    CompletableFuture<CellResult> result =
        startCell(
            """
            Object monitor = new Object();
            Thread holder = Thread.ofPlatform().daemon().start(() -> {
              synchronized (monitor) {
                System.out.println("go");
                try { new java.util.concurrent.CountDownLatch(1).await(); } catch (Exception e) {
                  while (true) { try { Thread.sleep(100000); } catch (Exception f) { continue; } }
                }
              }
            });
            Thread.sleep(300);
            synchronized (monitor) { System.out.println("never"); }
            """);
    notebook.interrupt();
    notebook.interrupt();
    CellResult ended = await(result);
    assertTrue(
        ended instanceof CellResult.Interrupted || ended instanceof CellResult.WorkerDied,
        ended.toString());
    assertEquals("3", notebook.value("inside()"));
  }

  @Test
  void anInterruptWithoutACellIsWithoutEffect() {
    notebook.value("1");
    notebook.interrupt();
    assertEquals("2", notebook.value("1 + 1"));
  }

  /** Whatever the cell is doing: it ends as interrupted or as done, and the next one runs. */
  @Test
  void interruptsAtAnyMoment() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    notebook.value("long n = 0;");
    for (int i = 0; i < 30; i++) {
      CompletableFuture<CellResult> result = new CompletableFuture<>();
      CountDownLatch started = new CountDownLatch(1);
      int cell = notebook.nextCell();
      Thread.ofPlatform()
          .name("shell")
          .start(
              () -> {
                started.countDown();
                result.complete(notebook.run("n = 0;\nint more = 1;\nwhile (true) { n++; }"));
              });
      started.await();
      TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
      notebook.interpreter.interrupt(cell);
      assertInstanceOf(
          CellResult.Interrupted.class, await(result), "seed " + seed + ", round " + i);
      assertEquals("" + i, notebook.value(i + " + 0"), "seed " + seed);
    }
  }

  @Test
  void manyTrivialCells() {
    for (int i = 0; i < 200; i++) {
      assertEquals(Integer.toString(i + 1), notebook.value(i + " + 1"));
    }
  }

  @Test
  void theUsersOptionsPrevail() {
    WorkerOptions base = options();
    WorkerOptions custom =
        new WorkerOptions(
            base.javaHome(),
            base.jar(),
            List.of("-Dmine=yes", "-da"),
            java.util.Map.of("MINE", "env"),
            Path.of("target").toAbsolutePath(),
            base.aotCache());
    try (Notebook other = new Notebook(WorkerLauncher.of(custom), Duration.ofSeconds(5))) {
      assertEquals("yes", other.value("System.getProperty(\"mine\")"));
      assertEquals("env", other.value("System.getenv(\"MINE\")"));
      assertEquals("off", other.value("String on = \"off\";\nassert (on = \"on\") != null;\non"));
      assertTrue(other.value("Path.of(\"\").toAbsolutePath()").endsWith("target"));
    }
    assertEquals("on", notebook.value("String on = \"off\";\nassert (on = \"on\") != null;\non"));
  }
}
