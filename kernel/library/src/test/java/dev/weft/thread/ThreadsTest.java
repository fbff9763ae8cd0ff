package dev.weft.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ThreadsTest {

  @Test
  void startsAndJoinsMany() throws Exception {
    Set<Integer> seen = new ConcurrentSkipListSet<>();
    List<Thread> threads = Threads.startAll(5, seen::add);
    Threads.joinAll(threads);
    assertEquals(Set.of(0, 1, 2, 3, 4), seen);
    assertEquals("thread-4", threads.get(4).getName());
    assertTrue(threads.stream().noneMatch(Thread::isAlive));
    assertTrue(Threads.startAll(0, seen::add).isEmpty());
  }

  @Test
  void namesThreads() throws Exception {
    List<Thread> platform = Threads.startAll("p", 2, i -> {});
    List<Thread> virtual = Threads.startAllVirtual("v", 2, i -> {});
    Threads.joinAll(platform);
    Threads.joinAll(virtual);
    assertEquals(List.of("p0", "p1"), platform.stream().map(Thread::getName).toList());
    assertEquals(List.of("v0", "v1"), virtual.stream().map(Thread::getName).toList());
    assertTrue(virtual.stream().allMatch(Thread::isVirtual));
  }

  @Test
  void aSecondStartIsRefusedBeforeAnyStarts() throws Exception {
    Thread fresh = new Thread(() -> {});
    Thread used = Thread.ofPlatform().name("used").start(() -> {});
    used.join();
    IllegalThreadStateException thrown =
        assertThrows(IllegalThreadStateException.class, () -> Threads.startAll(fresh, used));
    assertEquals(
        "Thread [used] was started before: a thread starts once, make a new one",
        thrown.getMessage());
    assertEquals(Thread.State.NEW, fresh.getState());
    Threads.startAll(fresh);
    Threads.joinAll(fresh);
  }

  @Test
  void mistakesOfJoinAreTold() {
    Thread fresh = Thread.ofPlatform().name("fresh").unstarted(() -> {});
    IllegalThreadStateException early =
        assertThrows(IllegalThreadStateException.class, () -> Threads.joinAll(fresh));
    assertEquals("Thread [fresh] was not started: call start() before join", early.getMessage());
    IllegalThreadStateException self =
        assertThrows(
            IllegalThreadStateException.class, () -> Threads.joinAll(Thread.currentThread()));
    assertTrue(String.valueOf(self.getMessage()).contains("can't wait for itself"));
  }

  @Test
  void aJoinEndsWithItsTime() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = Threads.startAll(2, i -> go.await());
    assertFalse(Threads.joinAll(threads, Duration.ofMillis(10)));
    assertFalse(Threads.joinAll(threads, Duration.ofSeconds(-1)));
    go.countDown();
    assertTrue(Threads.joinAll(threads, Duration.ofDays(1L << 40)));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Threads.startAll(-1, i -> {}));
    assertThrows(IllegalArgumentException.class, () -> Threads.runAll(-1, i -> {}));
    assertThrows(IllegalArgumentException.class, () -> Threads.startAllVirtual("v", -1, i -> {}));
  }

  @Test
  void whatAThreadThrowsReachesTheUncaughtHandler() throws Exception {
    CompletableFuture<Throwable> platform = new CompletableFuture<>();
    CompletableFuture<Throwable> virtual = new CompletableFuture<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> (thread.isVirtual() ? virtual : platform).complete(thrown));
    try {
      Threads.joinAll(Threads.startAll(1, i -> fail()));
      Threads.joinAll(Threads.startVirtual("v", ThreadsTest::fail));
      assertInstanceOf(IOException.class, platform.get());
      assertInstanceOf(IOException.class, virtual.get());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static void fail() throws IOException {
    throw new IOException("boom");
  }

  @Test
  void runAllThrowsWhatThreadsThrow() throws Exception {
    Set<Integer> seen = new ConcurrentSkipListSet<>();
    Threads.runAll(3, seen::add);
    assertEquals(Set.of(0, 1, 2), seen);
    ExecutionException thrown =
        assertThrows(
            ExecutionException.class,
            () ->
                Threads.runAll(
                    4,
                    i -> {
                      if (i % 2 == 1) {
                        throw new IOException("boom " + i);
                      }
                    }));
    assertEquals("boom 1", assertInstanceOf(IOException.class, thrown.getCause()).getMessage());
    assertEquals(1, thrown.getSuppressed().length);
  }

  @Test
  void anInterruptOfRunAllInterruptsTheThreads() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch interrupted = new CountDownLatch(2);
    ResultThread<Void> caller =
        ResultThread.start(
            () -> {
              Threads.runAll(2, i -> sleepUntilInterrupted(begun, interrupted));
              return null;
            });
    begun.await();
    caller.interrupt();
    ExecutionException thrown = assertThrows(ExecutionException.class, caller::result);
    assertInstanceOf(InterruptedException.class, thrown.getCause());
    interrupted.await();
  }

  private static void sleepUntilInterrupted(CountDownLatch begun, CountDownLatch interrupted) {
    begun.countDown();
    try {
      Thread.sleep(Duration.ofHours(1));
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  @Test
  void aResultOrItsExceptionComesToEachWhoWaits() throws Exception {
    assertEquals(42, ResultThread.start(() -> 42).result());
    ResultThread<Integer> failing =
        new ResultThread<>(
            "failing",
            () -> {
              throw new IOException("boom");
            });
    assertThrows(IllegalThreadStateException.class, failing::result);
    failing.start();
    assertInstanceOf(
        IOException.class, assertThrows(ExecutionException.class, failing::result).getCause());
    assertInstanceOf(
        IOException.class, assertThrows(ExecutionException.class, failing::result).getCause());
    assertThrows(IllegalThreadStateException.class, failing::start);
    assertEquals("failing", failing.getName());
  }

  @Test
  void aResultIsAwaitedForATime() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    ResultThread<String> thread =
        ResultThread.start(
            () -> {
              go.await();
              return "done";
            });
    assertThrows(TimeoutException.class, () -> thread.result(Duration.ofMillis(10)));
    go.countDown();
    assertEquals("done", thread.result(Duration.ofSeconds(100)));
  }

  @Test
  void listsPlatformThreadsAndTheVirtualOnesOfTheLibrary() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Thread platform = Threads.startAll("platform", 1, i -> go.await()).getFirst();
    Thread virtual = Threads.startVirtual("virtual", go::await);
    List<Thread> active = Threads.active();
    assertTrue(active.contains(platform));
    assertTrue(active.contains(virtual));
    assertTrue(active.contains(Thread.currentThread()));
    assertTrue(active.stream().noneMatch(each -> each.getName().equals("Reference Handler")));
    go.countDown();
    Threads.joinAll(platform, virtual);
    assertFalse(Threads.active().contains(platform));
    assertFalse(Threads.active().contains(virtual));
  }
}
