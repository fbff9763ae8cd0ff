package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.Command;
import dev.weft.link.RunOutcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells' own code, without a call of the library in it, under what watches its steps. */
class StepsIT {

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
  void loopsAndCallsLetTheLockGo() throws IOException {
    String body =
        """
        var gil = new dev.weft.gil.SimulatedGil(java.time.Duration.ofNanos(200_000));
        var run = gil.run(2, i -> {
          if (i == 0) { while (turns < 1) { } } else { turns++; }
        });
        return run.lanes().size() + " " + turns;
        """;
    assertEquals("2 1", value(body, "static volatile int turns;"));
  }

  @Test
  void plainUpdatesAreLostUnderTheLock() throws IOException {
    String body =
        """
        var gil = new dev.weft.gil.SimulatedGil(java.time.Duration.ofNanos(20_000));
        for (int round = 0; round < 200 && n == 200_000 * round; round++) {
          gil.run(4, i -> { for (int k = 0; k < 50_000; k++) n++; });
        }
        return n;
        """;
    assertNotEquals(0, Integer.parseInt(value(body, "static int n;")) % 200_000);
  }

  @Test
  void aStopEndsThreadsUnderTheLock() throws IOException {
    long cell =
        worker.begin(
            "System.out.println(\"begun\");"
                + " new dev.weft.gil.SimulatedGil().run(3, i -> { while (true) { } });"
                + " return null;");
    worker.awaitText(cell, "begun\n");
    worker.send(new Command.Stop(cell));
    assertEquals(new RunOutcome.Stopped(1), worker.outcome(cell));
    assertEquals("7", worker.value("return 7;"));
  }

  @Test
  void exploringFindsTheLostUpdateOfPlainCode() throws IOException {
    String body =
        """
        return dev.weft.explore.Explore.run(t -> {
          n = 0;
          t.threads(2, () -> n++);
          t.check("n is 2", () -> n == 2);
        });
        """;
    String table = value(body, "static int n;");
    assertTrue(
        table.startsWith(
            """
            #  A           B
            1  reads n: 0
            2              reads n: 0
            3              n = 1
            4  n = 1
            What must hold does not: n is 2.
            """),
        table);
  }

  @Test
  void exploringFollowsMonitorsLocksAndAtomics() throws IOException {
    String members =
        """
        static int n; static final Object monitor = new Object();
        static final AtomicInteger atomic = new AtomicInteger();
        static final ReentrantLock lock = new ReentrantLock();
        static synchronized void increment() { n++; }
        """;
    String body =
        """
        String all = "";
        all += dev.weft.explore.Explore.run(t -> {
          n = 0;
          t.threads(2, () -> { synchronized (monitor) { n++; } });
          t.check(() -> n == 2);
        }).isComplete() + " ";
        all += dev.weft.explore.Explore.run(t -> {
          n = 0;
          t.threads(2, () -> { lock.lock(); try { n++; } finally { lock.unlock(); } });
          t.check(() -> n == 2);
        }).isComplete() + " ";
        all += dev.weft.explore.Explore.run(t -> {
          atomic.set(0);
          t.threads(2, () -> atomic.set(atomic.get() + 1));
          t.check(() -> atomic.get() == 2);
        }).failed() + " ";
        all += dev.weft.explore.Explore.run(t -> {
          atomic.set(0);
          t.threads(2, () -> atomic.incrementAndGet());
          t.check(() -> atomic.get() == 2);
        }).isComplete() + " ";
        all += dev.weft.explore.Explore.run(t -> {
          n = 0;
          t.threads(2, () -> increment());
          t.check(() -> n == 2);
        }).failed();
        return all;
        """;
    assertEquals("true true true true false", value(body, members));
  }

  @Test
  void exploringFindsADeadlockOfPlainCodeAndTheNextOneToo() throws IOException {
    String members =
        """
        static final ReentrantLock lock1 = new ReentrantLock(), lock2 = new ReentrantLock();
        static void both(ReentrantLock first, ReentrantLock second) {
          first.lock();
          second.lock();
          second.unlock();
          first.unlock();
        }
        """;
    String body =
        """
        var found = dev.weft.explore.Explore.run(t -> {
          t.thread("anna", () -> both(lock1, lock2));
          t.thread("bert", () -> both(lock2, lock1));
        });
        return found + "\\n" + found.replay().failure().equals(found.failure())
            + lock1.isLocked() + lock2.isLocked();
        """;
    String table = value(body, members);
    assertTrue(
        table.contains(
            "No thread can go on: anna waits for lock2, which bert has, bert waits for lock1,"
                + " which anna has."),
        table);
    assertTrue(table.endsWith("truefalsefalse"), table);
  }

  private static String value(String body, String members) throws IOException {
    long cell = worker.begin(body, members);
    RunOutcome outcome = worker.outcome(cell);
    return outcome instanceof RunOutcome.Completed(var value)
        ? value.orElseThrow().data().getOrDefault("text/plain", "")
        : outcome.toString();
  }
}
