package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.jshell.WorkerSettings.WorkerStart;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the kernel tells of threads, and schedules that are tried, in a notebook of many cells. */
@Timeout(300)
class ThreadMagicsIT {

  private static final Path JAR = Path.of("target", "home", "worker", "weft-worker.jar");

  private static Notebook notebook;

  @BeforeAll
  static void start() {
    WorkerOptions options = WorkerOptions.of(JAR.toAbsolutePath());
    notebook = new Notebook(new WorkerStart(WorkerLauncher::of, options), Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    notebook.close();
  }

  @Test
  void aCellThatHangsTellsWhyAndAStopKeepsItsVariables() {
    notebook.value(
        """
        import java.util.concurrent.locks.*;
        var lock1 = new ReentrantLock(); var lock2 = new ReentrantLock();
        var met = new CyclicBarrier(2);
        void transfer(Lock from, Lock to) throws Exception {
            from.lock();
            met.await();
            to.lock();
        }
        """);
    assertEquals("No deadlock", notebook.value("%deadlocks").substring(0, 11));
    notebook.onOutput(
        text -> {
          if (text.contains("Deadlock: ")) {
            new Thread(() -> interruptWhenDrawn()).start();
          }
        });
    CellResult result =
        notebook.run(
            """
            var anna = Threads.startAll("anna-", 1, i -> transfer(lock1, lock2));
            var bert = Threads.startAll("bert-", 1, i -> transfer(lock2, lock1));
            Threads.joinAll(anna);
            """);
    notebook.onOutput(text -> {});
    assertInstanceOf(CellResult.Interrupted.class, result);
    assertTrue(notebook.errors().contains("Stop the cell to go on"), notebook.errors());
    String drawn = notebook.displayed().data().getOrDefault(DisplayData.TEXT, "");
    assertTrue(drawn.contains("anna-0 waits for lock2, which bert-0 has; in transfer"), drawn);
    assertEquals("true", notebook.value("lock1.isLocked() && lock2.isLocked()"));
    assertEquals(drawn, notebook.value("%deadlocks"), "on demand as well");
    String threads = notebook.value("%threads");
    assertTrue(threads.matches("(?s).*anna-0 +platform +waiting +lock2 +bert-0.*"), threads);
    assertEquals("2", notebook.value("var all = %threads\nall.rows().size()"));
  }

  @Test
  void synchronizedMethodsAreFollowedByWhatBlocks() {
    notebook.value("class Counter { int value; synchronized void add() { value++; } }");
    assertEquals(
        "false",
        notebook.value(
            """
            Explore.run(t -> {
                var counter = new Counter();
                t.threads(2, () -> counter.add());
                t.check(() -> counter.value == 2);
            }).failed()
            """));
  }

  /** The drawing follows the sentence. */
  private static void interruptWhenDrawn() {
    while (!isDrawn()) {
      Thread.onSpinWait();
    }
    notebook.interrupt();
  }

  private static boolean isDrawn() {
    try {
      return notebook.displayed().data().containsKey("image/svg+xml");
    } catch (NoSuchElementException e) {
      return false;
    }
  }

  @Test
  void codeOfEarlierCellsIsExploredAsItIs() {
    notebook.value("int n = 0;");
    notebook.value("void count() { n++; }");
    String lost =
        notebook.value(
            """
            Explore.run(t -> {
                n = 0;
                t.threads(2, () -> count());
                t.check("n is 2", () -> n == 2);
            })
            """);
    assertTrue(lost.contains("2              reads n: 0"), lost);
    notebook.value("Object guard = new Object();");
    notebook.value("void guarded() { synchronized (guard) { n++; } }");
    assertEquals(
        "true",
        notebook.value(
            """
            Explore.run(t -> {
                n = 0;
                t.threads(2, () -> guarded());
                t.check("n is 2", () -> n == 2);
            }).isComplete()
            """));
  }

  @Test
  void aSimulatedLockRunsOneThreadAtATime() {
    notebook.value("int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }");
    CellResult.Ok shown =
        assertInstanceOf(
            CellResult.Ok.class, notebook.run("new SimulatedGil().run(3, i -> fib(27))"));
    DisplayData chart = shown.value().orElseThrow();
    String text = chart.data().getOrDefault(DisplayData.TEXT, "");
    assertTrue(text.contains("Under the GIL") && text.contains("thread-2"), text);
    assertTrue(chart.data().toString().contains("<svg"));
  }
}
