package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pools of threads and of processes do alike. */
@Timeout(180)
class PoolIT {

  @TempDir Path folder;

  private static boolean awaitFile(String name) {
    while (Files.notExists(Path.of(name))) {
      Thread.onSpinWait();
    }
    return true;
  }

  /** The pools. */
  enum Kind {
    THREADS,
    VIRTUAL,
    PROCESSES;

    Pool pool(int size) {
      return switch (this) {
        case THREADS -> new ThreadPool(size);
        case VIRTUAL -> ThreadPool.ofVirtual(size);
        case PROCESSES -> new ProcessPool(size);
      };
    }
  }

  private record Point(int x, int y) implements java.io.Serializable {}

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // results may be null
  void mapsInOrder(Kind kind) throws Exception {
    try (Pool pool = kind.pool(2)) {
      assertEquals(List.of(), pool.map(List.<Integer>of(), i -> i));
      assertEquals(
          IntStream.range(0, 5_000).mapToObj(i -> i * 2).toList(),
          pool.map(Range.range(5_000), i -> i * 2));
      assertEquals(List.of("a!", "b!"), pool.map(List.of("a", "b"), 7, s -> s + "!"));
      assertEquals(
          Arrays.asList(1, null, 3), pool.map(Arrays.asList(1, 2, 3), i -> i == 2 ? null : i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesOfAnyClassTravel(Kind kind) throws Exception {
    try (Pool pool = kind.pool(2)) {
      List<Point> points =
          pool.map(Range.range(2_000), i -> i < 1_000 ? new Point(i, -i) : new Point(0, i));
      assertEquals(new Point(999, -999), points.get(999));
      assertEquals(new Point(0, 1_999), points.get(1_999));
      assertEquals(
          List.of(3, 7), pool.starmap(List.of(Map.entry(1, 2), Map.entry(3, 4)), Integer::sum));
      assertEquals(List.of(2), pool.starmapAsync(List.of(Map.entry(1, 1)), Integer::sum).get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstExceptionInOrderIsThrownAndTheOthersAreStillDone(Kind kind) throws Exception {
    try (Pool pool = kind.pool(2)) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  pool.map(
                      Range.range(3_000),
                      i -> {
                        if (i % 1_000 == 999) {
                          throw new IllegalStateException("at " + i);
                        }
                        return i;
                      }));
      assertEquals("at 999", thrown.getMessage());
      assertEquals(42, pool.apply(() -> 42));
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkedExceptionsComeAsTheyAre(Kind kind) throws Exception {
    try (Pool pool = kind.pool(1)) {
      assertThrows(
          java.io.IOException.class,
          () ->
              pool.apply(
                  () -> {
                    throw new java.io.IOException("no");
                  }));
      Future<Integer> future =
          pool.submit(
              () -> {
                if (System.nanoTime() != 0) {
                  throw new java.io.IOException("no");
                }
                return 1;
              });
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      assertInstanceOf(java.io.IOException.class, thrown.getCause());
    }
  }

  @ParameterizedTest
  @EnumSource
  void lazyResultsAreInOrderAndGoOnAfterAnException(Kind kind) {
    try (Pool pool = kind.pool(2);
        Results<Integer> results = pool.mapLazily(Range.range(200), i -> 100 / (i - 50))) {
      int taken = 0;
      int thrown = 0;
      while (results.hasNext()) {
        try {
          int result = results.next();
          assertEquals(100 / (taken + thrown - 50), result);
          taken++;
        } catch (ArithmeticException e) {
          thrown++;
        }
      }
      assertEquals(199, taken);
      assertEquals(1, thrown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lazyMappingReadsABoundedNumberAheadOfAnEndlessInput(Kind kind) {
    AtomicInteger read = new AtomicInteger();
    Iterable<Integer> endless =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public Integer next() {
                return read.getAndIncrement();
              }
            };
    TaskFunction<Integer, Integer> slow =
        i -> {
          Thread.sleep(5);
          return i;
        };
    try (Pool pool = kind.pool(2);
        Results<Integer> results = pool.mapLazily(endless, slow)) {
      assertEquals(0, results.next());
      assertEquals(1, results.next());
      assertTrue(read.get() < 100, "read " + read);
    }
  }

  @ParameterizedTest
  @EnumSource
  void unorderedResultsComeAsTheyAreDone(Kind kind) {
    Set<Integer> all = new HashSet<>();
    try (Pool pool = kind.pool(2)) {
      for (int each : pool.mapUnordered(Range.range(1_000), i -> i)) {
        all.add(each);
      }
    }
    assertEquals(1_000, all.size());
  }

  @ParameterizedTest
  @EnumSource
  void waitingForTheNextResultHasALimit(Kind kind) throws Exception {
    try (Pool pool = kind.pool(1);
        Results<String> results =
            pool.mapUnordered(
                List.of(1),
                i -> {
                  Thread.sleep(60_000);
                  return "late";
                })) {
      assertThrows(TimeoutException.class, () -> results.next(Duration.ofMillis(20)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void mapAsyncCanBeCancelled(Kind kind) throws Exception {
    try (Pool pool = kind.pool(1)) {
      PoolFuture<List<Integer>> done = pool.mapAsync(Range.range(10), i -> i + 1);
      assertEquals(55, done.get().stream().mapToInt(i -> i).sum());
      PoolFuture<List<Integer>> endless =
          pool.mapAsync(
              Range.range(1_000),
              i -> {
                Thread.sleep(60_000);
                return i;
              });
      assertTrue(endless.cancel(true));
      assertThrows(CancellationException.class, endless::get);
      assertEquals(7, pool.apply(() -> 7));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunningTaskIsCancelledOnlyIfAsked(Kind kind) throws Exception {
    try (Pool pool = kind.pool(1)) {
      PoolFuture<?> running = pool.submit(() -> Thread.sleep(60_000));
      awaitRunning(running);
      assertFalse(running.cancel(false));
      assertTrue(running.isRunning());
      PoolFuture<Integer> waiting = pool.submit(() -> 1);
      assertTrue(waiting.cancel(false));
      assertTrue(running.cancel(true));
      assertTrue(running.isCancelled());
      assertEquals(2, pool.submit(() -> 2).get());
    }
  }

  private static void awaitRunning(PoolFuture<?> future) {
    while (!future.isRunning()) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isAnExecutorService(Kind kind) throws Exception {
    try (Pool pool = kind.pool(2)) {
      Callable<Integer> one = (Callable<Integer> & java.io.Serializable) () -> 1;
      Callable<Integer> fails =
          (Callable<Integer> & java.io.Serializable)
              () -> {
                throw new IllegalStateException("no");
              };
      List<Future<Integer>> all = pool.invokeAll(List.of(one, fails));
      assertEquals(1, all.get(0).resultNow());
      assertInstanceOf(IllegalStateException.class, all.get(1).exceptionNow());
      assertEquals(1, pool.invokeAny(List.of(fails, one)));
      assertThrows(ExecutionException.class, () -> pool.invokeAny(List.of(fails)));
      assertThrows(IllegalArgumentException.class, () -> pool.invokeAny(List.of()));
      CompletableFuture<Integer> then = pool.submit(one).thenApply(i -> i + 1);
      assertEquals(2, then.get());
      assertEquals("x", pool.submit((Runnable & java.io.Serializable) () -> {}, "x").get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSlowCallbackDelaysNoOtherResult(Kind kind) throws Exception {
    CompletableFuture<String> release = new CompletableFuture<>();
    String gate = folder.resolve("gate").toString();
    try (Pool pool = kind.pool(1)) {
      CompletableFuture<String> slow =
          pool.submit(() -> awaitFile(gate)).thenApply(_ -> release.join());
      Files.createFile(Path.of(gate));
      assertEquals(2, pool.submit(() -> 2).get());
      assertFalse(slow.isDone());
      release.complete("done");
      assertEquals("done", slow.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCallbacksThrowIsReported(Kind kind) throws Exception {
    Lines errors = Lines.ofErrors();
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Class<?>> told = new CompletableFuture<>();
    String gate = folder.resolve("gate").toString();
    try (Pool pool = kind.pool(1)) {
      PoolFuture<Boolean> held =
          pool.submit(() -> awaitFile(gate))
              .onFailure(seen::add)
              .onSuccess(
                  value -> {
                    seen.add(value);
                    throw new IllegalStateException("of the callback");
                  });
      PoolFuture<?> fails = pool.submit((SerializableRunnable) () -> Objects.checkIndex(1, 0));
      var unused = fails.onFailure(thrown -> told.complete(thrown.getClass())).onSuccess(seen::add);
      Files.createFile(Path.of(gate));
      assertTrue(held.get());
      errors.await("of the callback");
      assertEquals(IndexOutOfBoundsException.class, told.get());
    }
    errors.close();
    assertEquals(List.of(true), seen);
  }

  @ParameterizedTest
  @EnumSource
  void closeWaitsAndTakesNoMore(Kind kind) throws Exception {
    Pool pool = kind.pool(2);
    List<PoolFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int n = i;
      futures.add(
          pool.submit(
              () -> {
                Thread.sleep(20);
                return n;
              }));
    }
    PoolFuture<List<Integer>> mapped = pool.mapAsync(Range.range(1_000), i -> i);
    pool.close();
    assertTrue(pool.isTerminated());
    assertTrue(futures.stream().allMatch(f -> f.state() == Future.State.SUCCESS));
    assertEquals(1_000, mapped.get().size());
    assertThrows(RejectedExecutionException.class, () -> pool.submit(() -> 1));
    assertThrows(RejectedExecutionException.class, () -> pool.map(List.of(1), i -> i));
  }

  @ParameterizedTest
  @EnumSource
  void terminateWaitsForNothing(Kind kind) throws Exception {
    Pool pool = kind.pool(1);
    PoolFuture<?> running = pool.submit(() -> Thread.sleep(60_000));
    PoolFuture<Integer> waiting = pool.submit(() -> 1);
    awaitRunning(running);
    pool.terminate();
    assertThrows(CancellationException.class, waiting::get);
    assertThrows(CancellationException.class, running::get);
    assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @EnumSource
  void shutdownNowReturnsWhatHasNotBegun(Kind kind) throws Exception {
    Pool pool = kind.pool(1);
    PoolFuture<?> running = pool.submit(() -> Thread.sleep(60_000));
    awaitRunning(running);
    PoolFuture<Integer> waiting = pool.submit(() -> 1);
    assertEquals(1, pool.shutdownNow().size());
    assertThrows(CancellationException.class, waiting::get);
    assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
    assertThrows(CancellationException.class, running::get);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsAMapAndLeavesThePoolUsable(Kind kind) throws Exception {
    try (Pool pool = kind.pool(1)) {
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      pool.forEach(Range.range(100), i -> Thread.sleep(60_000));
                    } catch (Throwable e) {
                      ended.complete(e);
                    }
                  });
      thread.interrupt();
      assertInstanceOf(InterruptedException.class, ended.get());
      assertEquals(3, pool.apply(() -> 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTaskThatTakesTooLongFails(Kind kind) throws Exception {
    TaskOptions options = TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(100));
    try (Pool pool = kind.pool(1)) {
      PoolFuture<Integer> late =
          pool.submit(
              options,
              () -> {
                Thread.sleep(60_000);
                return 1;
              });
      ExecutionException thrown = assertThrows(ExecutionException.class, late::get);
      assertInstanceOf(TimeoutException.class, thrown.getCause());
      assertEquals(1, pool.submit(TaskOptions.DEFAULT, () -> 1).get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void futuresAreWaitedForTogether(Kind kind) throws Exception {
    try (Pool pool = kind.pool(2)) {
      PoolFuture<Integer> fast = pool.submit(() -> 1);
      PoolFuture<?> endless = pool.submit(() -> Thread.sleep(60_000));
      List<Future<?>> both = List.of(endless, fast, fast);
      Futures.Waited<?> waited =
          Futures.await(
              Collections.unmodifiableCollection(castAll(both)),
              Futures.Until.FIRST_COMPLETED,
              Duration.ofSeconds(60));
      assertEquals(List.of(fast), waited.done());
      assertEquals(List.of(endless), waited.notDone());
      Iterator<? extends Future<?>> completed =
          Futures.asCompleted(castAll(both), Duration.ofMillis(50)).iterator();
      assertEquals(fast, completed.next());
      Futures.NotDoneException late = assertThrows(Futures.NotDoneException.class, completed::next);
      assertEquals(1, late.unfinished());
      endless.cancel(true);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Future<Object>> castAll(List<Future<?>> futures) {
    return futures.stream().map(f -> (Future<Object>) f).toList();
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // on purpose
  void badInputIsRefused(Kind kind) {
    assertThrows(IllegalArgumentException.class, () -> kind.pool(0));
    assertThrows(IllegalArgumentException.class, () -> kind.pool(-1));
    try (Pool pool = kind.pool(1)) {
      assertThrows(NullPointerException.class, () -> pool.submit((Runnable) null));
      assertThrows(IllegalArgumentException.class, () -> pool.map(List.of(1), 0, i -> i));
    }
    assertThrows(IllegalArgumentException.class, () -> TaskOptions.DEFAULT.withRetries(-1));
    assertThrows(
        IllegalArgumentException.class, () -> TaskOptions.DEFAULT.withTimeout(Duration.ZERO));
  }
}
