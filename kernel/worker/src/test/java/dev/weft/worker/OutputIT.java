package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutputIT {

  private static WorkerClient worker;

  @BeforeAll
  static void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterAll
  static void end() throws IOException {
    worker.close();
  }

  @Test
  void losesNothingOfAMillionLines() throws IOException {
    long start = System.nanoTime();
    worker.run("for (int i = 0; i < 1_000_000; i++) System.out.println(i); return null;");
    System.out.println("1,000,000 lines: " + (System.nanoTime() - start) / 1_000_000 + " ms");
    StringBuilder expected = new StringBuilder();
    IntStream.range(0, 1_000_000).forEach(i -> expected.append(i).append('\n'));
    assertTrue(expected.toString().contentEquals(out()));
  }

  @Test
  void keepsLinesOfThreadsWhole() throws IOException {
    worker.run(
        """
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
          String name = "thread " + t;
          var body = (Runnable) () -> {
            for (int i = 0; i < 20_000; i++) System.out.println(name + " line " + i + ".");
          };
          threads.add(t % 2 == 0 ? new Thread(body) : Thread.ofVirtual().unstarted(body));
        }
        for (var t : threads) t.start();
        for (var t : threads) t.join();
        return null;
        """);
    List<String> expected = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      for (int i = 0; i < 20_000; i++) {
        expected.add("thread " + t + " line " + i + ".");
      }
    }
    List<String> lines = new ArrayList<>(out().lines().toList());
    lines.sort(null);
    expected.sort(null);
    assertEquals(expected.size(), lines.size());
    assertTrue(expected.equals(lines));
  }

  @Test
  void keepsOrderOfBothStreams() throws IOException {
    worker.run(
        "for (int i = 0; i < 100; i++) { System.out.print(i); System.err.print(i); } return null;");
    StringBuilder both = new StringBuilder();
    for (Event event : worker.seen()) {
      if (event instanceof Event.Output(long cell, var _, var text) && cell == worker.lastCell()) {
        both.append(text).append(' ');
      }
    }
    StringBuilder expected = new StringBuilder();
    IntStream.range(0, 100).forEach(i -> expected.append(i).append(' ').append(i).append(' '));
    assertEquals(expected.toString(), both.toString());
  }

  @Test
  void printsWhileTheCellRuns() throws IOException {
    long cell = worker.begin("System.out.print(\"working\"); Thread.sleep(600_000); return null;");
    worker.awaitText(cell, "working");
    worker.send(new Command.Stop(cell));
    worker.outcome(cell);
  }

  @Test
  void givesWhatAThreadPrintsToTheCellThatStartedIt() throws IOException {
    long first =
        worker.begin(
            """
            Thread.ofVirtual().start(() -> {
              try { latch.await(); } catch (InterruptedException e) { return; }
              Thread t = new Thread(() -> System.out.println("late"));
              t.start();
              try { t.join(); } catch (InterruptedException e) { return; }
              System.getProperties().put("released", "yes");
            });
            System.getProperties().put("latch", latch);
            return null;
            """,
            "static final CountDownLatch latch = new CountDownLatch(1);");
    worker.outcome(first);
    worker.run(
        "((CountDownLatch) System.getProperties().get(\"latch\")).countDown(); return null;");
    worker.awaitText(first, "late\n");
    assertEquals("", out());
  }

  @Test
  void givesWhatThePoolPrintsToTheCellThatRuns() throws IOException {
    for (int i = 0; i < 3; i++) {
      worker.run(
          "ForkJoinPool.commonPool().submit(() -> System.out.println(\"pooled\")).join();"
              + " return null;");
      assertEquals("pooled\n", out());
    }
  }

  @Test
  void joinsBytesToCharacters() throws IOException {
    worker.run(
        """
        byte[] text = "ä€😀\\n".getBytes("UTF-8");
        for (byte b : text) System.out.write(b);
        System.out.write(new byte[] {(byte) 0xFF, 'x', '\\n'});
        System.out.printf("%s %d%n", "a", 1).append('c').append("de", 0, 1).println(new char[] {'!'});
        return null;
        """);
    assertEquals("ä€😀\n\uFFFDx\na 1\ncd!\n", out());
  }

  @Test
  void tellsUncaughtExceptionOfAThread() throws IOException {
    worker.run(
        "Thread t = new Thread(() -> { throw new IllegalStateException(\"bad\"); }, \"mine\");"
            + " t.start(); t.join(); return null;");
    Event.Uncaught uncaught = uncaught();
    assertEquals("mine", uncaught.thread());
    assertEquals("java.lang.IllegalStateException", uncaught.thrown().className());
    assertEquals(Optional.of("bad"), uncaught.thrown().message());
    assertFalse(uncaught.thrown().frames().isEmpty());
  }

  @Test
  void namesAVirtualThreadThatHasNoName() throws IOException {
    worker.run("Thread.startVirtualThread(() -> { throw new Error(); }).join(); return null;");
    String name = uncaught().thread();
    assertTrue(name.matches("virtual thread #\\d+"), name);
  }

  @Test
  void printedStackTracesAreThoseOfTheCell() throws IOException {
    worker.run("new Exception(\"printed\").printStackTrace(); return null;");
    String err = worker.text(worker.lastCell(), StreamName.STDERR);
    assertTrue(err.startsWith("java.lang.Exception: printed\n\tat REPL.$JShell$"), err);
    assertEquals(2, err.lines().count(), err);
  }

  /** What has ended a thread of the last cell. */
  private static Event.Uncaught uncaught() {
    return worker.seen().stream()
        .filter(Event.Uncaught.class::isInstance)
        .map(Event.Uncaught.class::cast)
        .filter(event -> event.cell() == worker.lastCell())
        .findFirst()
        .orElseThrow();
  }

  private static String out() {
    return worker.text(worker.lastCell(), StreamName.STDOUT);
  }
}
