package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only processes can do, and what goes wrong only with processes. */
@Timeout(180)
class ProcessPoolIT {

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
  void tasksRunInOtherProcesses() throws Exception {
    try (var pool = new ProcessPool(2)) {
      var pids =
          new HashSet<>(
              pool.map(
                  Range.range(40),
                  i -> {
                    Thread.sleep(5);
                    return pid();
                  }));
      assertFalse(pids.contains(pid()));
      assertTrue(pids.size() <= 2, pids.toString());
    }
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
  void anInitializerRunsOnceInEachWorker() throws Exception {
    PoolOptions options =
        PoolOptions.of(2)
            .withInitializer(
                () -> System.setProperty("count", "" + (Integer.getInteger("count", 0) + 1)));
    try (var pool = new ProcessPool(options)) {
      var counts =
          new HashSet<>(
              pool.map(
                  Range.range(20),
                  i -> {
                    Thread.sleep(3);
                    return System.getProperty("count");
                  }));
      assertEquals(List.of("1"), List.copyOf(counts));
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
  void workersAreReplacedAfterTheirTasks() throws Exception {
    try (var pool = new ProcessPool(PoolOptions.of(1).withTasksPerChild(2))) {
      List<Long> pids = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        pids.add(pool.apply(() -> pid()));
      }
      assertEquals(pids.get(0), pids.get(1));
      assertEquals(3, new HashSet<>(pids).size(), pids.toString());
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
  void whatCannotTravelFailsWhereItIsSubmittedOrItsTaskAlone() throws Exception {
    Object socket = new java.net.Socket();
    try (var pool = new ProcessPool(1)) {
      var refused =
          assertThrows(NotTransferableException.class, () -> pool.submit(() -> socket.hashCode()));
      assertTrue(String.valueOf(refused.getMessage()).contains("java.net.Socket"));
      assertThrows(
          NotTransferableException.class, () -> pool.map(List.of(socket), each -> each.hashCode()));
      PoolFuture<Object> result = pool.submit(() -> new Object());
      ExecutionException thrown = assertThrows(ExecutionException.class, result::get);
      assertTrue(cause(thrown).contains("java.lang.Object"));
      Results<Object> some = pool.mapLazily(Range.range(300), i -> i == 200 ? new Object() : i);
      int good = 0;
      int bad = 0;
      while (some.hasNext()) {
        try {
          some.next();
          good++;
        } catch (Exception e) {
          bad++;
        }
      }
      assertEquals(299, good);
      assertEquals(1, bad);
    }
  }

  /** An exception that only its own constructor's arguments could rebuild. */
  static final class Picky extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Object lost;

    Picky(String message, Object lost) {
      super(message);
      this.lost = lost;
    }

    Optional<Object> lost() {
      return Optional.ofNullable(lost);
    }
  }

  @Test
  void exceptionsWithPickyConstructorsArrive() throws Exception {
    try (var pool = new ProcessPool(1)) {
      PoolFuture<Integer> future =
          pool.submit(
              () -> {
                throw new Picky("picky", new Object());
              });
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      Picky picky = assertInstanceOf(Picky.class, thrown.getCause());
      assertEquals("picky", picky.getMessage());
      assertTrue(picky.lost().isEmpty());
      assertEquals("throwing", pool.apply(() -> "throwing"));
    }
  }

  @Test
  void largeArraysTravelAndAreSnapshots() throws Exception {
    byte[] data = new byte[20_000_000];
    data[7] = 1;
    try (var pool = new ProcessPool(1)) {
      PoolFuture<?> busy = pool.submit(() -> Thread.sleep(50));
      PoolFuture<byte[]> copy =
          pool.submit(
              () -> {
                data[8] = 2;
                return data;
              });
      data[7] = 9;
      assertEquals(1, copy.get()[7]);
      assertEquals(2, copy.get()[8]);
      assertEquals(0, data[8]);
      busy.get();
    }
  }

  @Test
  void manyMappingsOneAfterTheOtherLeaveNothingInTheWorker() throws Exception {
    PoolOptions options = PoolOptions.of(1).withChildren(ChildOptions.DEFAULT.withHeap(48));
    try (var pool = new ProcessPool(options)) {
      for (int i = 0; i < 60; i++) {
        byte[] heavy = new byte[2_000_000];
        assertEquals(List.of(heavy.length), pool.map(List.of(0), j -> heavy.length + j));
      }
    }
  }

  @Test
  void heavyItemsAndResultsTravelFewAtATime() throws Exception {
    PoolOptions options = PoolOptions.of(1).withChildren(ChildOptions.DEFAULT.withHeap(64));
    try (var pool = new ProcessPool(options)) {
      Iterable<long[]> heavy =
          () -> IntStream.range(0, 100).mapToObj(_ -> new long[250_000]).iterator();
      assertEquals(Collections.nCopies(100, 250_000), pool.map(heavy, each -> each.length));
      List<Integer> lengths = new ArrayList<>();
      for (String each : pool.mapLazily(Range.range(100), i -> "x".repeat(1_000_000))) {
        lengths.add(each.length());
      }
      assertEquals(Collections.nCopies(100, 1_000_000), lengths);
    }
  }

  @Test
  void cancelsThatRaceWithTheEndLeaveOneOutcome() throws Exception {
    try (var pool = new ProcessPool(2)) {
      pool.apply(() -> 0);
      List<PoolFuture<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int n = i;
        PoolFuture<Integer> future = pool.submit(() -> n);
        futures.add(future);
        futures.get(i / 2).cancel(i % 4 == 0);
      }
      for (int i = 0; i < futures.size(); i++) {
        PoolFuture<Integer> each = futures.get(i);
        if (each.isCancelled()) {
          assertThrows(CancellationException.class, each::get);
        } else {
          assertEquals(i, each.get());
        }
      }
      assertEquals(List.of(0, 1, 2), pool.map(Range.range(3), i -> i));
    }
  }

  @Test
  void aPoolThatNobodyCanReachEnds() throws Exception {
    long worker = workerOfALostPool();
    Optional<ProcessHandle> left = ProcessHandle.of(worker);
    while (left.isPresent() && left.get().isAlive()) {
      System.gc();
      Thread.sleep(50);
    }
  }

  private static long workerOfALostPool() throws InterruptedException {
    return new ProcessPool(1).apply(() -> pid());
  }

  @Test
  void anExceptionOfAClassThatIsOnlyThereIsDescribed() throws Exception {
    compile(
        "Alien", "public class Alien extends Exception { public Alien() { super(\"green\"); } }");
    ChildOptions children = ChildOptions.DEFAULT.withJvmOptions("-Xbootclasspath/a:" + folder);
    try (var pool = new ProcessPool(PoolOptions.of(1).withChildren(children))) {
      PoolFuture<Integer> future =
          pool.submit(
              () -> {
                Class<?> alien = Class.forName("Alien");
                throw alien.asSubclass(Exception.class).getConstructor().newInstance();
              });
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      RemoteException described = assertInstanceOf(RemoteException.class, thrown.getCause());
      assertTrue(String.valueOf(described.getMessage()).contains("Alien: green"));
      assertEquals(1, pool.apply(() -> 1));
    }
  }

  @Test
  void aClassThatTheWorkerCannotLoadIsNamed() throws Exception {
    compile("Local", "public class Local implements java.io.Serializable {}");
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        var pool = new ProcessPool(1)) {
      Object local = loader.loadClass("Local").getConstructor().newInstance();
      PoolFuture<Integer> future = pool.submit(() -> local.hashCode());
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      assertInstanceOf(NotTransferableException.class, thrown.getCause());
      assertTrue(cause(thrown).contains("Local"), cause(thrown));
      assertEquals(1, pool.apply(() -> 1));
    }
  }

  private void compile(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    Process compiler =
        new ProcessBuilder(javac, "-d", folder.toString(), file.toString()).inheritIO().start();
    assertEquals(0, compiler.waitFor());
  }

  @Test
  void noWorkerIsLeft() throws Exception {
    long worker;
    try (var pool = new ProcessPool(1)) {
      worker = pool.apply(() -> pid());
    }
    Optional<ProcessHandle> left = ProcessHandle.of(worker);
    if (left.isPresent()) {
      CompletableFuture<ProcessHandle> exit = left.get().onExit();
      exit.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void poolsNest() throws Exception {
    try (var pool = new ProcessPool(1)) {
      int sum =
          pool.apply(
              () -> {
                try (var inner = new ProcessPool(1)) {
                  return inner.map(Range.range(10), i -> i).stream().mapToInt(i -> i).sum();
                }
              });
      assertEquals(45, sum);
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
  void manyShortTasksAreDoneInLittleTime() throws Exception {
    try (var pool = new ProcessPool(2)) {
      List<Integer> results = pool.map(Range.range(1_000_000), i -> i + 1);
      assertEquals(1_000_000, results.size());
      assertEquals(1_000_000, results.get(999_999));
    }
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
