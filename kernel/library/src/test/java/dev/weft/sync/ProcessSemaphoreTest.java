package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProcessSemaphoreTest {

  @Test
  void countsPermits() throws Exception {
    try (ProcessSemaphore semaphore = new ProcessSemaphore("seats", 3)) {
      semaphore.acquire();
      semaphore.acquire(2);
      assertFalse(semaphore.tryAcquire());
      assertFalse(semaphore.tryAcquire(Duration.ofMillis(60)));
      assertEquals("seats [0 permits]", semaphore.toString());
      semaphore.release(3);
      semaphore.release();
      assertEquals(4, semaphore.availablePermits());
      assertEquals(4, semaphore.drainPermits());
      assertTrue(semaphore.tryAcquire(0));
    }
  }

  @Test
  void badNumbersAreNamed() {
    assertNamed("-1", () -> new ProcessSemaphore(-1));
    assertNamed("-2", () -> ProcessSemaphore.bounded(-2));
    assertNamed("-3", () -> ProcessSemaphore.forSignals(-3));
    try (ProcessSemaphore semaphore = new ProcessSemaphore(1)) {
      assertNamed("-4", () -> semaphore.acquire(-4));
      assertNamed("-5", () -> semaphore.tryAcquire(-5));
      assertNamed("-6", () -> semaphore.release(-6));
    }
  }

  private static void assertNamed(String value, org.junit.jupiter.api.function.Executable action) {
    Exception bad = assertThrows(IllegalArgumentException.class, action);
    assertTrue(bad.toString().contains(value), bad::toString);
  }

  @Test
  void aBoundIsKept() throws Exception {
    try (ProcessSemaphore semaphore = ProcessSemaphore.bounded(2)) {
      semaphore.acquire();
      semaphore.release();
      Exception more = assertThrows(IllegalStateException.class, semaphore::release);
      assertTrue(more.toString().contains("2 of 2 permits"), more::toString);
      assertEquals(2, semaphore.availablePermits());
    }
    assertThrows(Error.class, () -> new ProcessSemaphore(Integer.MAX_VALUE).release());
  }

  @Test
  void permitsOfSignalsBelongToNobody() throws Exception {
    try (ProcessSemaphore semaphore = ProcessSemaphore.forSignals(0)) {
      semaphore.release(2);
      semaphore.acquire();
      assertEquals(1, semaphore.availablePermits());
    }
  }

  @Test
  void letsNoMoreInThanItHas() throws Exception {
    try (ProcessSemaphore semaphore = new ProcessSemaphore(3)) {
      AtomicInteger inside = new AtomicInteger();
      List<Background> threads = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int wants = i % 3 + 1;
        Background.Body body =
            () -> {
              int most = 0;
              for (int j = 0; j < 50; j++) {
                semaphore.acquire(wants);
                most = Math.max(most, inside.addAndGet(wants));
                inside.addAndGet(-wants);
                semaphore.release(wants);
              }
              return most <= 3 ? "" : "inside: " + most;
            };
        threads.add(i % 2 == 0 ? Background.start(body) : Background.virtual(body));
      }
      for (Background each : threads) {
        assertEquals("", each.result());
      }
      assertEquals(3, semaphore.availablePermits());
    }
  }

  @Test
  void waitersAreInterruptedAndTold() throws Exception {
    ProcessSemaphore semaphore = new ProcessSemaphore(0);
    Background interrupted =
        Background.virtual(
            () -> {
              semaphore.acquire();
              return "acquired";
            });
    interrupted.thread.interrupt();
    assertEquals("InterruptedException", interrupted.result());
    Background told =
        Background.start(
            () -> {
              semaphore.acquireUninterruptibly();
              return "acquired";
            });
    semaphore.close();
    assertEquals("IllegalStateException", told.result());
    assertThrows(IllegalStateException.class, semaphore::release);
  }
}
