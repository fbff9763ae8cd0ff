package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.thread.ResultThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Child processes of a program that has all its classes on the class path. */
@Timeout(180)
class ChildProcessIT {

  private static final SerializableRunnable SLEEP = () -> Thread.sleep(Duration.ofMinutes(10));

  @TempDir private Path folder;

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  private static OptionalInt exitCode(ChildProcess<?> child) throws InterruptedException {
    child.join();
    return child.exitCode();
  }

  @Test
  void runsALambda() throws Exception {
    int n = 20;
    ChildProcess<Integer> child = ChildProcess.start(() -> fib(n));
    assertEquals(6765, child.result());
    assertEquals(OptionalInt.of(0), exitCode(child));
    assertFalse(child.isAlive());
    assertEquals(6765, child.result(Duration.ZERO));
    child.kill();
    child.terminate();
    assertEquals(OptionalInt.of(0), child.exitCode());
  }

  private static int answer() {
    return 42;
  }

  @Test
  void runsAMethodReference() throws Exception {
    assertEquals(42, ChildProcess.start(ChildProcessIT::answer).result());
    assertEquals(3, ChildProcess.start("abc"::length).result());
  }

  /** A process of a subclass: its fields travel, and come not back. */
  static final class Adder extends ChildProcess<Void> {
    private static final long serialVersionUID = 1;
    private final int limit;
    private int sum = 1;

    Adder(int limit) {
      this.limit = limit;
    }

    @Override
    protected void run() {
      for (int i = 0; i < limit; i++) {
        sum += i;
      }
      assertThrows(IllegalStateException.class, this::isAlive);
      assertTrue(name().startsWith("ChildProcess-"));
      System.exit(sum);
    }
  }

  @Test
  void runsASubclass() throws Exception {
    Adder adder = new Adder(10);
    assertFalse(adder.isAlive());
    adder.start();
    assertEquals(OptionalInt.of(46), exitCode(adder));
    assertEquals(1, adder.sum);
    assertThrows(IllegalStateException.class, adder::start);
  }

  @Test
  void nothingWorksBeforeTheStart() {
    ChildProcess<Integer> child = new ChildProcess<>(() -> 1);
    assertThrows(IllegalStateException.class, child::join);
    assertThrows(IllegalStateException.class, child::kill);
    assertThrows(IllegalStateException.class, child::terminate);
    assertThrows(IllegalStateException.class, child::pid);
    assertThrows(IllegalStateException.class, child::onExit);
    assertEquals(OptionalInt.empty(), child.exitCode());
    assertFalse(child.isAlive());
  }

  @Test
  void joinHasATimeout() throws Exception {
    ChildProcess<Void> child = ChildProcess.start(SLEEP);
    assertTrue(child.isAlive());
    assertFalse(child.join(Duration.ofMillis(50)));
    assertFalse(child.join(Duration.ofMillis(-1)));
    assertThrows(TimeoutException.class, () -> child.result(Duration.ofMillis(10)));
    assertEquals(OptionalInt.empty(), child.exitCode());
    child.kill();
    assertTrue(child.join(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Test
  void isKilledWhileItStarts() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(ChildOptions.DEFAULT.withJvmOptions("-Dcold=true"), SLEEP);
    child.kill();
    assertEquals(OptionalInt.of(-9), exitCode(child));
    ExecutionException died = assertThrows(ExecutionException.class, child::result);
    assertEquals(-9, assertInstanceOf(ChildDiedException.class, died.getCause()).exitCode());
  }

  @Test
  void isTerminatedWhileItStarts() throws Exception {
    ChildProcess<Void> child = ChildProcess.start(SLEEP);
    child.terminate();
    assertEquals(OptionalInt.of(-15), exitCode(child));
  }

  @Test
  void aSlowShutdownHookIsBounded() throws Exception {
    Lines lines = Lines.ofOutput();
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              Runtime.getRuntime()
                  .addShutdownHook(
                      new Thread(
                          () -> {
                            System.out.println("hook");
                            while (Thread.currentThread().isAlive()) {
                              Thread.onSpinWait();
                            }
                          }));
              System.out.println("ready");
              SLEEP.run();
            });
    lines.await("ready");
    child.terminate();
    assertEquals(OptionalInt.of(-15), exitCode(child));
    lines.await("hook");
    lines.close();
  }

  @Test
  void aSignalFromOutsideIsSeen() throws Exception {
    Lines lines = Lines.ofOutput();
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              System.out.println("ready");
              SLEEP.run();
            });
    lines.await("ready");
    ProcessHandle.of(child.pid()).orElseThrow().destroy();
    assertEquals(OptionalInt.of(-15), exitCode(child));
    lines.close();
  }

  @Test
  void aStatusIsNoSignal() throws Exception {
    assertEquals(OptionalInt.of(3), exitCode(ChildProcess.start(() -> System.exit(3))));
    assertEquals(OptionalInt.of(137), exitCode(ChildProcess.start(() -> System.exit(137))));
    ChildProcess<Void> child = ChildProcess.start(() -> System.exit(3));
    ExecutionException died = assertThrows(ExecutionException.class, child::result);
    assertTrue(String.valueOf(died.getMessage()).contains("exit code 3"), died.getMessage());
  }

  @Test
  void aCrashIsASignal() throws Exception {
    Lines lines = Lines.ofOutput();
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              System.out.println("ready");
              SLEEP.run();
            });
    lines.await("ready");
    new ProcessBuilder("kill", "-ABRT", Long.toString(child.pid())).start().waitFor();
    assertEquals(OptionalInt.of(-6), exitCode(child));
    lines.close();
  }

  @Test
  void livesOnWhenTheThreadThatStartedItHasEnded() throws Exception {
    ResultThread<ChildProcess<Integer>> starter =
        ResultThread.start(
            () ->
                ChildProcess.start(
                    () -> {
                      Thread.sleep(300);
                      return 7;
                    }));
    starter.join();
    assertEquals(7, starter.result().result());
  }

  @Test
  void anInterruptOfTheTerminalIsIgnored() throws Exception {
    Lines lines = Lines.ofOutput();
    ChildProcess<Integer> child =
        ChildProcess.start(
            () -> {
              System.out.println("ready");
              Thread.sleep(500);
              return 5;
            });
    lines.await("ready");
    new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
    assertEquals(5, child.result());
    assertEquals(OptionalInt.of(0), exitCode(child));
    lines.close();
  }

  @Test
  void optionsReachTheChild() throws Exception {
    ChildOptions options =
        ChildOptions.DEFAULT
            .withName("solver")
            .withHeap(48)
            .withJvmOptions("-Dkey=value")
            .withEnvironment("WEFT_TEST", "here")
            .withDirectory(folder);
    ChildProcess<List<Object>> child =
        ChildProcess.start(
            options,
            () ->
                List.of(
                    Runtime.getRuntime().maxMemory() < 64L << 20,
                    System.getProperty("key"),
                    System.getenv("WEFT_TEST"),
                    Path.of("").toRealPath()));
    assertEquals(List.of(true, "value", "here", folder.toRealPath()), child.result());
    assertEquals("solver", child.name());
    assertThrows(IllegalArgumentException.class, () -> ChildOptions.DEFAULT.withHeap(0));
  }

  @Test
  void whatCannotBeStartedIsSaid() {
    ChildOptions nowhere = ChildOptions.DEFAULT.withDirectory(folder.resolve("none"));
    ChildStartException failed =
        assertThrows(ChildStartException.class, () -> ChildProcess.start(nowhere, SLEEP));
    assertTrue(String.valueOf(failed.getMessage()).contains("none"), failed.getMessage());
    assertEquals(List.of(), ChildProcess.active());
  }

  @Test
  void anOptionThatTheJvmDoesNotKnowEndsTheChild() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(ChildOptions.DEFAULT.withJvmOptions("-XX:+NoSuchOption"), SLEEP);
    ExecutionException died = assertThrows(ExecutionException.class, child::result);
    ChildDiedException cause = assertInstanceOf(ChildDiedException.class, died.getCause());
    assertEquals(1, cause.exitCode());
    assertTrue(String.join("", cause.lastErrors()).contains("NoSuchOption"), cause.getMessage());
  }

  @Test
  void activeOnesAreListed() throws Exception {
    ChildProcess<Void> first = ChildProcess.start(SLEEP);
    ChildProcess<Void> second = ChildProcess.start(SLEEP);
    assertEquals(List.of(first, second), ChildProcess.active());
    assertSame(first, first.onExit().getNow(first));
    first.kill();
    assertSame(first, first.onExit().get());
    assertEquals(List.of(second), ChildProcess.active());
    assertTrue(ChildProcess.cpuCount() >= 1);
  }

  @Test
  void anInterruptEndsTheWaitOnly() throws Exception {
    ChildProcess<Void> child = ChildProcess.start(SLEEP);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, child::join);
    assertTrue(child.isAlive());
    Thread.currentThread().interrupt();
    ChildProcess<Integer> other = ChildProcess.start(() -> 1);
    assertTrue(Thread.interrupted());
    assertEquals(1, other.result());
  }

  @Test
  void otherThreadsOfTheChildKeepItAlive() throws Exception {
    Lines lines = Lines.ofOutput();
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              Thread.ofPlatform().daemon().start(SLEEP);
              Thread.ofPlatform()
                  .start(
                      () -> {
                        try {
                          Thread.sleep(200);
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        System.out.println("late");
                      });
            });
    assertEquals(OptionalInt.of(0), exitCode(child));
    lines.await("late");
    lines.close();
  }

  @Test
  void childrenHaveChildren() throws Exception {
    Lines lines = Lines.ofOutput();
    ChildProcess<Integer> child =
        ChildProcess.start(
            () ->
                ChildProcess.start(
                            () -> {
                              System.out.println("from the grandchild");
                              return 20;
                            })
                        .result()
                    + 1);
    assertEquals(21, child.result());
    lines.await("from the grandchild");
    lines.close();
  }

  private static int dive() throws Exception {
    try {
      return 1 + ChildProcess.start(ChildProcessIT::dive).result();
    } catch (ChildStartException e) {
      return String.valueOf(e.getMessage()).contains("nested") ? 0 : -100;
    }
  }

  @Test
  void thereIsABottom() throws Exception {
    assertEquals(4, ChildProcess.start(ChildProcessIT::dive).result() + 1);
  }

  @Test
  void descendantsAreLimitedInNumber() throws Exception {
    String printed =
        TestPrograms.output(TestPrograms.builder(List.of("-Dweft.children=2"), Crowd.class));
    assertEquals("here 2, there 1", printed.strip());
  }

  /** Counts how many children it may have alive, and how many one of them has left. */
  static final class Crowd {
    private Crowd() {}

    static int fill(int limit) {
      for (int i = 0; i < limit; i++) {
        try {
          ChildProcess.start(SLEEP);
        } catch (ChildStartException e) {
          return i;
        }
      }
      return limit;
    }

    public static void main(String[] arguments) throws Exception {
      int here = fill(10);
      for (ChildProcess<?> each : ChildProcess.active()) {
        each.kill();
        each.join();
      }
      int there = ChildProcess.start(() -> fill(10)).result();
      System.out.println("here " + here + ", there " + there);
      System.exit(0);
    }
  }

  @Test
  void theProcessIsGoneSoonAfterItsEnd() throws Exception {
    ChildProcess<Long> child = ChildProcess.start(() -> ProcessHandle.current().pid());
    child.join();
    assertFalse(child.isAlive());
    assertEquals(List.of(), ChildProcess.active());
    ProcessHandle.of(child.result()).ifPresent(process -> process.onExit().join());
  }

  @Test
  void anotherThreadsExitPrevails() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              Thread.ofPlatform()
                  .start(
                      () -> {
                        try {
                          Thread.sleep(200);
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        System.exit(9);
                      });
            });
    assertEquals(OptionalInt.of(9), exitCode(child));
    assertSame(null, child.result());
  }

  @Test
  void endsWhenItsParentIsKilled() throws Exception {
    Process parent = TestPrograms.builder(List.of(), TestPrograms.Parent.class).start();
    try (var reader = parent.inputReader()) {
      long pid = Long.parseLong(String.valueOf(reader.readLine()));
      ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
      parent.destroyForcibly().waitFor();
      child.onExit().get();
      assertFalse(child.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void workersAndSparesEndWhenTheirParentIsKilled() throws Exception {
    Process parent = TestPrograms.builder(List.of(), TestPrograms.PoolParent.class).start();
    try (var reader = parent.inputReader()) {
      assertEquals("busy", reader.readLine());
      List<ProcessHandle> workers = parent.descendants().toList();
      assertTrue(workers.size() >= 2, workers.toString());
      parent.destroyForcibly().waitFor();
      for (ProcessHandle each : workers) {
        each.onExit().get();
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void withTheAgentAnyLambdaTravels() throws Exception {
    Path jar = Path.of("target", "weft-library-0.1.0.jar").toAbsolutePath();
    assertEquals(
        "42",
        TestPrograms.output(
                TestPrograms.builder(List.of("-javaagent:" + jar), TestPrograms.Plain.class))
            .strip());
    Callable<Integer> plain = () -> 1;
    NotTransferableException refused =
        assertThrows(NotTransferableException.class, () -> ChildProcess.start(plain));
    assertTrue(String.valueOf(refused.getMessage()).contains("javaagent"), refused.getMessage());
  }
}
