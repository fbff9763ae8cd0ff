package dev.weft.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.thread.IndexedTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SimulatedGilTest {

  private final ManualTime time = new ManualTime();
  private final SimulatedGil gil = new SimulatedGil(1_000_000, time);

  private int count;

  /** Until another thread waits for the lock and has asked for it. */
  private void awaitRequest() {
    while (gil.waiting() == 0) {
      Thread.onSpinWait();
    }
    while (!gil.isWanted()) {
      time.elapse();
      Thread.onSpinWait();
    }
  }

  @Test
  void oneThreadRunsAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    SimulatedGil real = new SimulatedGil(Duration.ofNanos(100_000));
    IndexedTask task =
        _ -> {
          for (int i = 0; i < 3_000; i++) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
            real.step();
          }
        };
    real.run(1, task); // so that nobody blocks on the loading of classes later
    GilRun run = real.run(4, task);
    assertEquals(1, most.get());
    assertEquals(4, run.lanes().size());
    assertNoTwoRunAtOnce(run);
    assertTrue(run.switches() >= 4, () -> run.switches() + " switches");
  }

  private static void assertNoTwoRunAtOnce(GilRun run) {
    List<Span> running = new ArrayList<>();
    for (Lane lane : run.lanes()) {
      lane.spans().stream().filter(s -> s.state() == State.RUNNING).forEach(running::add);
    }
    running.sort(Comparator.comparingLong(Span::start));
    for (int i = 1; i < running.size(); i++) {
      assertTrue(running.get(i).start() >= running.get(i - 1).end(), run::toString);
    }
  }

  @Test
  void updatesAreLostWhereTheSwitchFallsBetweenReadAndWrite() throws Exception {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    gil.run(
        2,
        _ -> {
          int read = count;
          if (isFirst.compareAndSet(true, false)) {
            awaitRequest();
          }
          gil.step();
          count = read + 1;
        });
    assertEquals(1, count);
  }

  @Test
  void theHolderKeepsItUntilAnotherAsks() throws Exception {
    List<Integer> order = new ArrayList<>();
    gil.run(
        2,
        index -> {
          for (int i = 0; i < 3; i++) {
            order.add(index);
            gil.step();
          }
        });
    assertTrue(
        List.of(List.of(0, 0, 0, 1, 1, 1), List.of(1, 1, 1, 0, 0, 0)).contains(order),
        order.toString());
  }

  @Test
  void aForcedSwitchGivesTheLockToAnotherThread() throws Exception {
    List<Integer> order = new ArrayList<>();
    gil.run(
        2,
        index -> {
          order.add(index);
          if (order.size() == 1) {
            awaitRequest();
            gil.step();
          }
          order.add(index);
        });
    assertEquals(order.getFirst(), order.getLast());
    assertEquals(order.get(1), order.get(2), order.toString());
  }

  @Test
  void whoSleepsOrBlocksLetsGo() throws Exception {
    CountDownLatch met = new CountDownLatch(2);
    GilRun run =
        gil.run(
            2,
            _ -> {
              met.countDown();
              String got =
                  gil.blocking(
                      () -> {
                        met.await();
                        return "through";
                      });
              assertEquals("through", got);
              time.elapse();
              gil.sleep(Duration.ofMillis(1));
            });
    assertEquals(2, run.lanes().size());
  }

  @Test
  void aPlainSleepLosesTheLockAfterTheInterval() throws Exception {
    SimulatedGil real = new SimulatedGil(Duration.ofMillis(1));
    CountDownLatch met = new CountDownLatch(2);
    GilRun run =
        real.run(
            2,
            _ -> {
              met.countDown();
              met.await();
              real.step();
            });
    assertTrue(run.switches() >= 2, run::toString);
    assertNoTwoRunAtOnce(run);
  }

  @Test
  void spansAreThoseOfTheClock() throws Exception {
    GilRun run =
        gil.run(
            1,
            _ -> {
              time.elapse();
              time.elapse();
              gil.blocking(
                  () -> {
                    time.elapse();
                    return 0;
                  });
              time.elapse();
            });
    assertEquals(
        List.of(
            new Span(0, 2_000_000, State.RUNNING, "GIL"),
            new Span(2_000_000, 3_000_000, State.IO, ""),
            new Span(3_000_000, 4_000_000, State.RUNNING, "GIL")),
        run.lane("thread-0").spans());
    assertEquals(Duration.ofMillis(4), run.length());
    assertEquals(1, run.switches());
    assertThrows(IllegalArgumentException.class, () -> run.lane("other"));
    assertTrue(run.toDisplayData().data().toString().contains("Under the GIL"));
    assertTrue(run.toString().endsWith("changed hands 1 time; the switch interval is 1 ms."));
  }

  @Test
  void whatTasksThrowComesToTheCaller() {
    ExecutionException e =
        assertThrows(
            ExecutionException.class,
            () ->
                gil.run(
                    3,
                    index -> {
                      if (index > 0) {
                        throw new IllegalStateException("task " + index);
                      }
                    }));
    assertEquals("thread-1 has failed", e.getMessage());
    assertEquals("task 1", Objects.requireNonNull(e.getCause()).getMessage());
    assertEquals("task 2", Objects.requireNonNull(e.getSuppressed()[0].getCause()).getMessage());
  }

  @Test
  void aPoolHoldsTheLockForTasksOnly() throws Exception {
    try (ExecutorService pool = gil.newThreadPool(3)) {
      List<Future<Thread>> futures = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        futures.add(pool.submit(Thread::currentThread));
      }
      for (Future<Thread> each : futures) {
        assertInstanceOf(GilThread.class, each.get());
      }
    }
    assertEquals(0, gil.waiting());
    assertTrue(gil.latest().lanes().size() <= 3);
  }

  @Test
  void otherThreadsAreNotConcerned() throws Exception {
    gil.step();
    gil.sleep(Duration.ofNanos(1));
    assertSame(this, gil.blocking(() -> this));
    assertThrows(IllegalArgumentException.class, () -> gil.run(-1, _ -> {}));
    assertThrows(IllegalArgumentException.class, () -> gil.newThreadPool(0));
    assertThrows(IllegalArgumentException.class, () -> new SimulatedGil(Duration.ZERO));
    assertEquals(Duration.ofMillis(5), new SimulatedGil().switchInterval());
    assertEquals(List.of(), gil.run(0, _ -> {}).lanes());
  }
}
