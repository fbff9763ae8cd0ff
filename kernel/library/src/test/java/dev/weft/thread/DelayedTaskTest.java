package dev.weft.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DelayedTaskTest {

  private static void fail() throws IOException {
    throw new IOException("boom");
  }

  @Test
  void runsOnceAfterItsTime() throws Exception {
    long start = System.nanoTime();
    AtomicInteger runs = new AtomicInteger();
    DelayedTask task = DelayedTask.after(Duration.ofMillis(30), runs::incrementAndGet);
    task.onEnd().get();
    assertEquals(1, runs.get());
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(30).toNanos());
    assertFalse(task.cancel(), "it has run");
  }

  @Test
  void isCancelledBeforeItsTime() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    DelayedTask task = DelayedTask.after(Duration.ofDays(1L << 40), runs::incrementAndGet);
    assertTrue(task.cancel());
    assertFalse(task.cancel(), "it was cancelled before");
    assertTrue(task.onEnd().isCompletedExceptionally());
    assertEquals(0, runs.get());
  }

  @Test
  void isNotCancelledWhileItRuns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    DelayedTask task =
        DelayedTask.after(
            Duration.ZERO,
            () -> {
              begun.countDown();
              go.await();
            });
    begun.await();
    assertFalse(task.cancel());
    go.countDown();
    task.onEnd().get();
  }

  @Test
  void aFailureIsAnUncaughtException() throws Exception {
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.complete(thrown));
    try {
      DelayedTask task = DelayedTask.after(Duration.ZERO, DelayedTaskTest::fail);
      assertInstanceOf(IOException.class, uncaught.get());
      ExecutionException end = assertThrows(ExecutionException.class, () -> task.onEnd().get());
      assertInstanceOf(IOException.class, end.getCause());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void aFailureGoesToItsHandler() throws Exception {
    CompletableFuture<Exception> handled = new CompletableFuture<>();
    DelayedTask unused = DelayedTask.after(Duration.ZERO, DelayedTaskTest::fail, handled::complete);
    assertInstanceOf(IOException.class, handled.get());
  }

  @Test
  void isListedWhileItWaits() {
    Set<Thread> before = Set.copyOf(Threads.active());
    DelayedTask task = DelayedTask.after(Duration.ofHours(1), () -> {});
    assertTrue(
        Threads.active().stream()
            .anyMatch(each -> each.getName().equals("delayed-task") && !before.contains(each)));
    assertTrue(task.cancel());
  }

  @Test
  void badInputIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> DelayedTask.after(Duration.ofSeconds(-1), () -> {}));
  }
}
