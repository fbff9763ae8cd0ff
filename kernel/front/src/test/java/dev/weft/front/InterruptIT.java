package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are interrupted. */
@Timeout(300)
class InterruptIT {

  @TempDir static Path folder;
  private static RealKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private static void assertInterrupted(Execution cell) {
    assertEquals("error", cell.reply().text("status"));
    assertEquals("Interrupted", cell.reply().text("ename"));
    assertEquals(1, cell.ofType("error").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(600_000);",
        "long n = 0; while (true) { n++; }",
        "new java.util.concurrent.CountDownLatch(1).await();",
        "while (true) { try { Thread.sleep(600_000); } catch (InterruptedException e) { } }",
        "for (long i = 0; ; i++) { System.out.println(i); }",
        "var all = java.util.stream.LongStream.iterate(0, i -> i + 1).filter(i -> i < 0).sum();"
      })
  void aCellIsStoppedAndAllElseIsKept(String code) {
    String worker = kernel.worker();
    kernel.value("int kept = 7;");
    String cell = kernel.begin("System.out.println(\"go\");\n" + code);
    kernel.interrupt();
    assertInterrupted(kernel.end(cell));
    assertEquals("7", kernel.value("kept"));
    assertEquals(worker, kernel.worker());
  }

  @Test
  void aCellThatWaitsForInputIsStopped() {
    String cell = kernel.send("System.in.read()", "{'allow_stdin': true}");
    kernel.client.await(ClientChannel.STDIN, each -> each.type().equals("input_request"));
    kernel.interrupt();
    assertInterrupted(kernel.end(cell));
    kernel.client.answerInputWith(prompt -> "y");
    assertEquals("121", kernel.value("System.in.read()"));
  }

  @Test
  void cellsThatWaitAreAborted() {
    String cell = kernel.begin("System.out.println(\"go\"); Thread.sleep(600_000);");
    List<String> waiting = List.of(kernel.send("1", "{}"), kernel.send("2", "{}"));
    kernel.ask(ClientChannel.CONTROL, "kernel_info_request", "{}");
    kernel.interrupt();
    assertInterrupted(kernel.end(cell));
    for (String each : waiting) {
      assertEquals("aborted", kernel.end(each).reply().text("status"));
    }
    assertEquals("3", kernel.value("3"));
  }

  @Test
  void anIdleKernelIsNotHarmed() {
    kernel.interrupt();
    kernel.interrupt();
    assertEquals("4", kernel.value("Thread.sleep(1); 4"));
  }

  /** A cell that tells when it hangs at a lock, which no interrupt ends. */
  private static String beginToHang() {
    kernel.value(
        """
        Object lock = new Object();
        var held = new java.util.concurrent.CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
          synchronized (lock) {
            held.countDown();
            while (true) java.util.concurrent.locks.LockSupport.park();
          }
        });
        held.await();
        int twice(int n) { return 2 * n; }
        record Point(int x, int y) {}
        int reset = 5;
        """);
    return kernel.begin(
        """
        Thread me = Thread.currentThread();
        Thread.ofPlatform().daemon().start(() -> {
          while (me.getState() != Thread.State.BLOCKED) Thread.onSpinWait();
          System.out.println("go");
        });
        synchronized (lock) { }
        """);
  }

  private static void assertReplaced(Execution cell, String before) {
    assertInterrupted(cell);
    String told = cell.reply().content().get("traceback").toString();
    assertTrue(told.contains("its JVM was ended"), told);
    assertTrue(told.contains("methods and classes are kept"), told);
    assertTrue(told.contains("reset"), told);
    assertNotEquals(before, kernel.worker());
    assertEquals("8", kernel.value("twice(4)"));
    assertEquals("Point[x=1, y=2]", kernel.value("new Point(1, 2)"));
    assertEquals("0", kernel.value("reset"));
    assertEquals("6", kernel.value("reset = 6; reset"));
  }

  @Test
  void theSecondInterruptReplacesTheWorker() {
    String worker = kernel.worker();
    String cell = beginToHang();
    kernel.interrupt();
    kernel.interrupt();
    assertReplaced(kernel.end(cell), worker);
  }

  @Test
  void theWorkerOfACellThatDoesNotStopIsReplaced() {
    String worker = kernel.worker();
    String cell = beginToHang();
    kernel.interrupt();
    assertReplaced(kernel.end(cell), worker);
  }
}
