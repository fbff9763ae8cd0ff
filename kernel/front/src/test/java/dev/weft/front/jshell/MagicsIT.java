package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Magics, and calls of the kernel by code, with a worker JVM. */
@Timeout(300)
class MagicsIT {

  @TempDir Path folder;
  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook = Notebook.withWorkerJvm();
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  private long worker() {
    return notebook.interpreter.processIds().get(1);
  }

  /** Starts a cell, and returns when it has printed {@code go}. */
  private CompletableFuture<CellResult> begin(String code) throws InterruptedException {
    CountDownLatch printed = new CountDownLatch(1);
    int before = notebook.output().length();
    notebook.onOutput(
        text -> {
          if (notebook.output().substring(before).contains("go")) {
            printed.countDown();
          }
        });
    CompletableFuture<CellResult> result = new CompletableFuture<>();
    Thread.ofPlatform().name("shell").start(() -> result.complete(notebook.run(code)));
    assertTrue(printed.await(60, TimeUnit.SECONDS), "the cell did not begin");
    return result;
  }

  private CellResult end(CompletableFuture<CellResult> cell) throws Exception {
    return cell.get(60, TimeUnit.SECONDS);
  }

  @Test
  void codeEvaluatesCodeThatEvaluatesCode() {
    assertEquals("12", notebook.value("int a = eval(\"int b = eval(\\\"5 + 6\\\"); b + 1\"); a"));
    assertEquals("11", notebook.value("b"));
  }

  @Test
  void manyThreadsCallTheKernelWhileTheCellRuns() {
    assertEquals(
        "45",
        notebook.value(
            """
            var sum = new java.util.concurrent.atomic.AtomicInteger();
            try (var pool = Executors.newFixedThreadPool(4)) {
              for (int i = 0; i < 10; i++) {
                int n = i;
                pool.submit(() -> sum.addAndGet(Magics.<Integer>eval(n + " * 1")));
              }
            }
            sum.get()
            """));
  }

  @Test
  void exceptionsOfEvaluatedCodeComeBackAsTheyAre() {
    assertEquals(
        "java.io.IOException: mine",
        notebook.value(
            """
            String caught;
            try {
              eval("if (true) throw new IOException(\\"mine\\");");
              caught = "nothing";
            } catch (Exception e) {
              caught = e.toString();
            }
            caught
            """));
  }

  @Test
  void aThreadThatCallsWhenNoCellRunsIsToldSo() throws Exception {
    notebook.value(
        """
        var gate = new CountDownLatch(1);
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform().start(() -> {
          try {
            gate.await();
            while (true) {
              Magics.eval("1");
            }
          } catch (Exception e) {
            answer.complete(e.getMessage());
          }
        });
        gate.countDown();
        """);
    String message = notebook.value("answer.get(60, TimeUnit.SECONDS)");
    assertTrue(message.contains("only while a cell runs"), message);
  }

  @Test
  void codeInItsOwnTimeCallsMagics() {
    notebook.value("int x = 5;");
    notebook.value("List<String> names = lineMagic(\"who\", List.of());");
    assertEquals("true", notebook.value("names.contains(\"x\")"));
    assertEquals(
        "[a, b]", notebook.value("Object l = lineMagic(\"sh\", List.of(\"echo a; echo b\"));\nl"));
    notebook.value("cellMagic(\"bash\", List.of(\"it\"), \"echo do $1\\n\");");
    assertTrue(notebook.output().contains("do it\n"), notebook.output());
    assertEquals("7", notebook.value("int y = cellMagic(\"time\", List.of(), \"x + 2\");\ny"));
    assertTrue(notebook.output().contains("Wall time: "), notebook.output());
  }

  @Test
  void anInterruptEndsTheWholeProcessTree() throws Exception {
    Path pids = folder.resolve("pids");
    CompletableFuture<CellResult> cell =
        begin("%%bash\nsleep 1000 & echo $! > " + pids + "\n(sleep 1001 & wait) &\necho go; wait");
    notebook.interrupt();
    assertInstanceOf(CellResult.Interrupted.class, end(cell));
    long sleeper = Long.parseLong(Files.readString(pids).strip());
    ProcessHandle.of(sleeper).ifPresent(p -> p.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    assertEquals("2", notebook.value("1 + 1"));
  }

  @Test
  void anInterruptEndsAMagicThatCodeHasCalled() throws Exception {
    long before = worker();
    CompletableFuture<CellResult> cell =
        begin("int k = 3;\nlineMagic(\"!\", List.of(\"echo go; sleep 1000\"));");
    notebook.interrupt();
    assertInstanceOf(CellResult.Interrupted.class, end(cell));
    assertEquals("3", notebook.value("k"));
    assertEquals(before, worker());
  }

  @Test
  void anInterruptEndsCodeThatCodeHasEvaluated() throws Exception {
    long before = worker();
    CompletableFuture<CellResult> cell =
        begin("int k = 4;\neval(\"System.out.println(\\\"go\\\"); while (true) {}\");");
    notebook.interrupt();
    assertInstanceOf(CellResult.Interrupted.class, end(cell));
    assertEquals("4", notebook.value("k"));
    assertEquals(before, worker());
  }

  @Test
  void aWorkerThatEndsInEvaluatedCodeIsReplacedOnce() {
    notebook.value("int f() { return 5; }");
    CellResult result = notebook.run("eval(\"System.exit(7);\");");
    assertInstanceOf(CellResult.WorkerDied.class, result);
    assertTrue(((CellResult.WorkerDied) result).errorValue().contains("status 7"));
    assertEquals("5", notebook.value("f()"));
  }

  @Test
  void timeCountsAllThreads() {
    String told =
        notebook.printed(
            """
            %%time
            var clock = java.lang.management.ManagementFactory.getThreadMXBean();
            Thread t = Thread.ofPlatform().start(() -> {
              while (clock.getCurrentThreadCpuTime() < 200_000_000L) {}
            });
            t.join();
            """);
    assertTrue(told.matches("(?s).*CPU time: ([2-9]\\d\\d ms|.* s)\\n"), told);
  }

  @Test
  void theJvmTakesOptionsAndTheEnvironmentAndTheFolder() {
    notebook.value("%cd " + folder);
    assertEquals(folder.toString(), notebook.value("Path.of(\"\").toAbsolutePath().toString()"));
    notebook.value("%env WEFT_IT=yes");
    assertEquals("yes", notebook.value("System.getenv(\"WEFT_IT\")"));
    notebook.value("int kept() { return 8; }\nint lost = 9;");
    long before = worker();
    String told = notebook.printed("%jvm -Dweft.it=1 -Xmx300m");
    assertTrue(told.contains("These variables were reset: lost."), told);
    assertFalse(before == worker());
    assertEquals("1", notebook.value("System.getProperty(\"weft.it\")"));
    assertEquals("8", notebook.value("kept() + lost"));
    assertEquals(folder.toString(), notebook.value("Path.of(\"\").toAbsolutePath().toString()"));
    CellResult.Failed failed = notebook.failure("lost = 1;\n%jvm -XX:NoSuchOption");
    assertTrue(failed.errorValue().contains("the one before goes on"), failed.errorValue());
    assertTrue(failed.errorValue().contains("NoSuchOption"), failed.errorValue());
    assertEquals("1", notebook.value("lost"));
  }

  @Test
  void resetNamesThreadsThatStillRun() {
    notebook.value(
        "Thread.ofPlatform().name(\"counter\").start(() -> { try { Thread.sleep(100_000); }"
            + " catch (InterruptedException e) {} });");
    assertTrue(notebook.printed("%reset").contains("These threads still run: counter ("));
    long before = worker();
    notebook.value("%reset --hard");
    assertFalse(before == worker());
    assertEquals("2", notebook.value("1 + 1"));
  }

  @Test
  void aJarInstallsItsExtension() throws IOException {
    Path jar = extension();
    notebook.value("%cd " + folder);
    notebook.value("int v = 3;");
    addToClassPath(jar);
    assertEquals("HELLO", notebook.value("%jarshout hello"));
    assertEquals("3", notebook.value("v"));
    notebook.value("%unload_ext ext.Shout");
    assertEquals("UnknownMagic", notebook.failure("%jarshout hello").errorName());
    notebook.value("%load_ext ext.Shout");
    assertEquals("HI", notebook.value("String s = %jarshout hi\ns"));
    notebook.value("%jvm --restart");
    assertEquals("UnknownMagic", notebook.failure("%jarshout hello").errorName());
    notebook.value("%load_ext ext.Shout");
    assertEquals("HI", notebook.value("%jarshout hi"));
  }

  private void addToClassPath(Path jar) {
    notebook.value("%classpath " + jar);
  }

  private Path extension() throws IOException {
    Path source = Files.createDirectories(folder.resolve("ext")).resolve("Shout.java");
    Files.writeString(
        source,
        """
        package ext;
        public class Shout implements dev.weft.magic.NotebookExtension {
          public void install() {
            dev.weft.magic.UserMagics.line(
                "jarshout", "loud", words -> String.join(" ", words).toUpperCase());
          }
          public void uninstall() { dev.weft.magic.UserMagics.remove("jarshout"); }
        }
        """);
    String classPath = Notebook.libraries().getFirst().toString();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, source.toString());
    assertEquals(0, status);
    Path jar = folder.resolve("shout.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      put(out, "ext/Shout.class", Files.readAllBytes(folder.resolve("ext/Shout.class")));
      put(
          out,
          "META-INF/services/dev.weft.magic.NotebookExtension",
          "ext.Shout".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  @Test
  void magicsInBlocksRunWhenTheBlockDoes() {
    assertEquals(
        "3",
        notebook.value(
            """
            int count = 0;
            for (int i = 0; i < 3; i++) {
              List<String> l = %sh echo a
              count += l.size();
            }
            count
            """));
    CellResult.Failed failed = notebook.failure("if (true) {\n  %cd nosuch\n  int a;\n}");
    assertTrue(Notebook.plain(failed).contains("line 2"), Notebook.plain(failed));
    CellResult.Failed wrong = notebook.failure("if (true) {\n  %pwd\n  int a = nosuch;\n}");
    assertTrue(wrong.errorValue().startsWith("line 3:"), wrong.errorValue());
  }
}
