package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.Command;
import dev.weft.link.RunOutcome;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopIT {

  private static WorkerClient worker;

  @BeforeAll
  static void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterAll
  static void end() throws IOException {
    worker.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(1_000_000);",
        "Object o = new Object(); synchronized (o) { o.wait(); }",
        "var l = new ReentrantLock(); var t = new Thread(l::lock); t.start(); t.join();"
            + " l.lockInterruptibly();",
        "while (true) LockSupport.park();",
        "new CountDownLatch(1).await();",
        "long n = 0; while (true) n++;",
        "for (int i = 0; ; i++) { if (i < 0) i = 0; }",
        "while (true) { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }",
        "while (true) { try { while (true) Thread.onSpinWait(); } catch (Throwable t) { } }",
        "while (true) { try { spin(0); } catch (Throwable t) { } }",
        "while (true) { spin(0); }",
        "IntStream.iterate(0, i -> i + 1).forEach(i -> { });",
        "Stream.generate(() -> 1).parallel().forEach(i -> { });",
        "while (true) System.out.println(\"again and again\");",
        "Stream.generate(() -> \"x\").forEach(System.out::println);",
        "System.in.read();",
        "new Scanner(System.in).nextLine();",
        "IO.readln();",
        "CompletableFuture.supplyAsync(() -> { while (true) Thread.onSpinWait(); }).join();",
        "CompletableFuture.supplyAsync(() -> { try { Thread.sleep(1_000_000); return 1; }"
            + " catch (InterruptedException e) { throw new RuntimeException(e); } }).join();",
        "try (var pool = Executors.newFixedThreadPool(2)) {"
            + " pool.submit(() -> { while (true) Thread.onSpinWait(); }); }",
        "try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {"
            + " pool.submit(() -> { while (true) Thread.sleep(10); }); }",
      })
  void ends(String body) throws IOException {
    long cell =
        worker.begin(
            "System.out.println(\"begun\"); if (Boolean.TRUE) {\n" + body + "\n} return null;",
            "static void spin(int depth) { if (depth < 100) spin(depth + 1); }");
    worker.awaitText(cell, "begun\n");
    worker.send(new Command.Stop(cell));
    RunOutcome outcome = worker.outcome(cell);
    assertEquals(new RunOutcome.Stopped(1), outcome);
    assertEquals("7", worker.value("return 7;"), "the next cell runs");
    assertEquals("", worker.text(cell, StreamName.STDERR));
  }

  @Test
  void endsOnlyTheThreadsOfTheStoppedCell() throws IOException {
    long other =
        worker.begin(
            "new Thread(() -> { try { Thread.sleep(1_000_000); } catch (InterruptedException e) {"
                + " System.out.println(\"disturbed\"); } }, \"other\").start(); return null;");
    worker.outcome(other);
    long cell =
        worker.begin(
            """
            new Thread(() -> { while (true) Thread.onSpinWait(); }, "spins").start();
            new Thread(() -> LockSupport.park(), "parks").start();
            for (int i = 0; i < 8; i++) {
              Thread.ofVirtual().start(() -> { long n = 0; while (true) n++; });
            }
            System.out.println("begun");
            Thread.sleep(1_000_000);
            return null;
            """);
    worker.awaitText(cell, "begun\n");
    worker.send(new Command.Stop(cell));
    assertEquals(new RunOutcome.Stopped(1), worker.outcome(cell));
    String names =
        worker.value(
            """
            List<String> names = new ArrayList<>();
            for (Thread t : Thread.getAllStackTraces().keySet()) {
              if (t.getName().equals("spins") || t.getName().equals("parks")) t.join();
              if (t.getName().equals("other")) names.add(t.getName());
            }
            return names;
            """);
    assertEquals("[other]", names);
    assertEquals("", worker.text(other, StreamName.STDOUT));
    assertEquals("", worker.text(cell, StreamName.STDERR));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void usesNoProcessorTimeAfterwards() throws Exception {
    long cell =
        worker.begin(
            """
            for (int i = 0; i < 4; i++) Thread.ofVirtual().start(() -> { while (true) Thread.onSpinWait(); });
            for (int i = 0; i < 4; i++) new Thread(() -> { while (true) Thread.onSpinWait(); }).start();
            System.out.println("begun");
            while (true) Thread.onSpinWait();
            """);
    worker.awaitText(cell, "begun\n");
    worker.send(new Command.Stop(cell));
    worker.outcome(cell);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WorkerClient.PATIENCE_SECONDS);
    long used;
    do {
      long before = processorTicks();
      Thread.sleep(1000);
      used = processorTicks() - before;
    } while (used > 10 && System.nanoTime() < deadline);
    assertTrue(used <= 10, used + " hundredths of a second in one second");
  }

  private static long processorTicks() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + worker.process().pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  @Test
  void letsFinallyBlocksPrint() throws IOException {
    long cell =
        worker.begin(
            """
            try {
              System.out.println("begun");
              while (true) Thread.onSpinWait();
            } finally {
              for (String s : List.of("clean", "ed")) System.out.print(s);
            }
            """);
    worker.awaitText(cell, "begun\n");
    worker.send(new Command.Stop(cell));
    assertEquals(new RunOutcome.Stopped(1), worker.outcome(cell));
    assertEquals("begun\ncleaned", worker.text(cell, StreamName.STDOUT));
  }

  @Test
  void isNotLostWhenItComesBeforeTheCell() throws IOException {
    worker.send(new Command.Stop(worker.lastCell() + 1));
    RunOutcome outcome = worker.run("while (Boolean.TRUE) { } return null;");
    assertEquals(new RunOutcome.Stopped(1), outcome);
    assertEquals("7", worker.value("return 7;"));
  }

  @Test
  void doesNotReachTheNextCell() throws IOException {
    worker.send(new Command.Stop(worker.lastCell()));
    assertEquals("7", worker.value("Thread.sleep(1); return 7;"));
  }

  @Test
  void isAnsweredOnceWheneverItComes() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("StopIT seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      boolean endless = random.nextBoolean();
      long cell =
          worker.begin(
              endless ? "while (Boolean.TRUE) { } return 1;" : "Thread.sleep(3); return 1;");
      TimeUnit.MICROSECONDS.sleep(random.nextInt(6_000));
      worker.send(new Command.Stop(cell));
      RunOutcome outcome = worker.outcome(cell);
      if (endless || !(outcome instanceof RunOutcome.Completed)) {
        assertEquals(new RunOutcome.Stopped(1), outcome, "round " + i);
      }
      assertEquals("7", worker.value("Thread.sleep(0); return 7;"), "round " + i);
    }
  }
}
