package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that die, that are ended, or that can't begin, and what becomes of their tasks. */
@Timeout(180)
class PoolDeathsIT {

  @TempDir Path folder;

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static void killMyself() {
    ProcessHandle.of(pid()).ifPresent(me -> Runtime.getRuntime().halt(137));
  }

  private static String cause(ExecutionException thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  private static ChildDiedException death(PoolFuture<?> future) {
    ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
    return assertInstanceOf(ChildDiedException.class, thrown.getCause());
  }

  @Test
  void aWorkerThatDiesFailsOnlyTheTaskThatItHeld() throws Exception {
    try (var pool = new ProcessPool(1)) {
      PoolFuture<Integer> before = pool.submit(() -> 1);
      PoolFuture<?> dies = pool.submit(() -> System.exit(3));
      PoolFuture<?> killed = pool.submit(() -> killMyself());
      PoolFuture<Integer> after = pool.submit(() -> 2);
      assertEquals(1, before.get());
      assertEquals(3, death(dies).exitCode());
      death(killed);
      assertEquals(2, after.get());
    }
  }

  @Test
  void aWorkerKilledFromOutsideIsSeenAtOnce() throws Exception {
    try (var pool = new ProcessPool(1)) {
      long worker = pool.apply(() -> pid());
      PoolFuture<?> held = pool.submit(() -> Thread.sleep(60_000));
      while (!held.isRunning()) {
        Thread.onSpinWait();
      }
      ProcessHandle.of(worker).orElseThrow().destroyForcibly();
      assertEquals(-9, death(held).exitCode());
      assertNotEquals(worker, pool.apply(() -> pid()));
    }
  }

  @Test
  void ofAMapOnlyTheHeldItemIsLostWhereItemsTakeTime() {
    try (var pool = new ProcessPool(2)) {
      List<Integer> done = new ArrayList<>();
      List<Throwable> lost = new ArrayList<>();
      Results<Integer> results =
          pool.mapUnordered(
              Range.range(30),
              i -> {
                Thread.sleep(3);
                if (i == 17) {
                  killMyself();
                }
                return i;
              });
      while (results.hasNext()) {
        try {
          done.add(results.next());
        } catch (ChildDiedException e) {
          lost.add(e);
        }
      }
      assertEquals(1, lost.size());
      assertEquals(29, done.size());
    }
  }

  @Test
  void retriesRunATaskAgainAndAPoisonedOneIsGivenUp() throws Exception {
    Path mark = folder.resolve("mark");
    String name = mark.toString();
    try (var pool = new ProcessPool(1)) {
      PoolFuture<String> second =
          pool.submit(
              TaskOptions.DEFAULT.withRetries(2),
              () -> {
                if (Files.notExists(Path.of(name))) {
                  Files.createFile(Path.of(name));
                  killMyself();
                }
                return "second try";
              });
      assertEquals("second try", second.get());
      PoolFuture<Integer> poison =
          pool.submit(
              TaskOptions.DEFAULT.withRetries(1),
              () -> {
                killMyself();
                return 1;
              });
      death(poison);
      assertEquals(5, pool.apply(() -> 5));
    }
  }

  @Test
  void rowsWithRetriesAreDoneWhole() throws Exception {
    String name = folder.resolve("mark").toString();
    PoolOptions options = PoolOptions.of(1).withTasks(TaskOptions.DEFAULT.withRetries(1));
    try (var pool = new ProcessPool(options)) {
      List<Integer> results =
          pool.map(
              Range.range(20_000),
              i -> {
                if (i == 15_000 && Files.notExists(Path.of(name))) {
                  Files.createFile(Path.of(name));
                  killMyself();
                }
                return i;
              });
      assertEquals(IntStream.range(0, 20_000).boxed().toList(), results);
    }
  }

  @Test
  void anInitializerThatThrowsFailsEveryTaskWithItsException() {
    PoolOptions options =
        PoolOptions.of(2)
            .withInitializer(
                () -> {
                  throw new IllegalStateException("no licence");
                });
    try (var pool = new ProcessPool(options)) {
      List<PoolFuture<Integer>> futures =
          List.of(pool.submit(() -> 1), pool.submit(() -> 2), pool.submit(() -> 3));
      for (PoolFuture<Integer> each : futures) {
        ExecutionException thrown = assertThrows(ExecutionException.class, each::get);
        assertEquals("no licence", cause(thrown));
      }
      var rejected = assertThrows(RejectedExecutionException.class, () -> pool.submit(() -> 4));
      assertTrue(String.valueOf(rejected.getMessage()).contains("no licence"));
    }
  }

  @Test
  void workersThatCannotStartBreakThePoolInsteadOfStartingForEver() {
    PoolOptions options =
        PoolOptions.of(2).withChildren(ChildOptions.DEFAULT.withJvmOptions("-XX:NoSuchOption"));
    try (var pool = new ProcessPool(options)) {
      ExecutionException thrown =
          assertThrows(ExecutionException.class, () -> pool.submit(() -> 1).get());
      assertInstanceOf(ChildStartException.class, thrown.getCause());
    }
  }

  @Test
  void aTaskThatIgnoresInterruptsIsEndedWithItsWorker() throws Exception {
    try (var pool = new ProcessPool(1)) {
      PoolFuture<?> stubborn =
          pool.submit(
              () -> {
                while (true) {
                  Thread.onSpinWait();
                }
              });
      while (!stubborn.isRunning()) {
        Thread.onSpinWait();
      }
      assertTrue(stubborn.cancel(true));
      assertThrows(CancellationException.class, stubborn::get);
      assertEquals(1, pool.apply(() -> 1));
    }
  }

  @Test
  void stackOverflowsAndMemoryEndTheirTaskAlone() throws Exception {
    PoolOptions options = PoolOptions.of(1).withChildren(ChildOptions.DEFAULT.withHeap(64));
    try (var pool = new ProcessPool(options)) {
      assertThrows(StackOverflowError.class, () -> pool.apply(() -> deep(1)));
      PoolFuture<Integer> greedy =
          pool.submit(
              () -> {
                List<byte[]> all = new ArrayList<>();
                while (true) {
                  all.add(new byte[1 << 20]);
                  System.setProperty("held", "" + all.size());
                }
              });
      assertThrows(ExecutionException.class, greedy::get);
      assertEquals(1, pool.apply(() -> 1));
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deep(int n) {
    return deep(n + 1) + 1;
  }

  @Test
  void timeoutsEndWorkersThatIgnoreInterrupts() {
    TaskOptions options = TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(300));
    try (var pool = new ProcessPool(PoolOptions.of(1).withTasks(options))) {
      Results<Integer> results =
          pool.mapLazily(
              Range.range(4),
              i -> {
                while (i == 2) {
                  Thread.onSpinWait();
                }
                return i;
              });
      ByteArrayOutputStream seen = new ByteArrayOutputStream();
      while (results.hasNext()) {
        try {
          seen.write(results.next());
        } catch (Exception e) {
          assertInstanceOf(java.util.concurrent.TimeoutException.class, e);
          seen.write(99);
        }
      }
      assertEquals(
          List.of(0, 1, 99, 3),
          IntStream.range(0, 4).mapToObj(i -> (int) seen.toByteArray()[i]).toList());
    }
  }
}
