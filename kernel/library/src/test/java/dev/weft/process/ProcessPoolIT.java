package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only pools of processes can do. */
@Timeout(180)
class ProcessPoolIT {

  private static long pid() {
    return ProcessHandle.current().pid();
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
  void manyShortTasksAreDoneInLittleTime() throws Exception {
    try (var pool = new ProcessPool(2)) {
      List<Integer> results = pool.map(Range.range(1_000_000), i -> i + 1);
      assertEquals(1_000_000, results.size());
      assertEquals(1_000_000, results.get(999_999));
    }
  }
}
