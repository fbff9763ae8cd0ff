package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProcessBarrierTest {

  @Test
  void nobodyIsARoundAhead() throws Exception {
    int parties = 5;
    int rounds = 200;
    AtomicInteger actions = new AtomicInteger();
    AtomicInteger indices = new AtomicInteger();
    try (ProcessBarrier barrier = new ProcessBarrier(parties, actions::incrementAndGet)) {
      List<Background> threads = new ArrayList<>();
      for (int i = 0; i < parties; i++) {
        Background.Body body =
            () -> {
              for (int round = 1; round <= rounds; round++) {
                indices.addAndGet(barrier.await());
                if (actions.get() != round && actions.get() != round + 1) {
                  return "round " + round + ", actions " + actions.get();
                }
              }
              return "";
            };
        threads.add(i % 2 == 0 ? Background.start(body) : Background.virtual(body));
      }
      for (Background each : threads) {
        assertEquals("", each.result());
      }
    }
    assertEquals(rounds, actions.get());
    assertEquals(rounds * (0 + 1 + 2 + 3 + 4), indices.get());
  }

  @Test
  void breaksWhenPatienceEnds() throws Exception {
    try (ProcessBarrier barrier = new ProcessBarrier(2)) {
      assertThrows(TimeoutException.class, () -> barrier.await(Duration.ofMillis(60)));
      assertTrue(barrier.isBroken());
      assertThrows(BrokenBarrierException.class, barrier::await);
      barrier.reset();
      assertFalse(barrier.isBroken());
      Background waiter = Background.virtual(() -> "" + barrier.await());
      waiter.awaitBlocked(() -> barrier.getNumberWaiting() == 1);
      waiter.thread.interrupt();
      assertEquals("InterruptedException", waiter.result());
      assertTrue(barrier.isBroken());
    }
  }

  @Test
  void resetAndAbortBreakForThoseThatWait() throws Exception {
    try (ProcessBarrier barrier = new ProcessBarrier(2)) {
      for (boolean abort : new boolean[] {true, false}) {
        barrier.reset();
        Background waiter = Background.start(() -> "" + barrier.await());
        waiter.awaitBlocked(() -> barrier.getNumberWaiting() == 1);
        if (abort) {
          barrier.abort();
        } else {
          barrier.reset();
        }
        assertEquals("BrokenBarrierException", waiter.result());
        assertEquals(abort, barrier.isBroken());
      }
      Background first = Background.start(() -> "" + barrier.await());
      Background second = Background.start(() -> "" + barrier.await());
      assertEquals(1, Integer.parseInt(first.result()) + Integer.parseInt(second.result()));
    }
  }

  @Test
  void anActionThatThrowsBreaksIt() {
    Runnable action =
        () -> {
          throw new ArithmeticException("no");
        };
    try (ProcessBarrier barrier = new ProcessBarrier(1, action)) {
      assertThrows(ArithmeticException.class, barrier::await);
      assertTrue(barrier.isBroken());
    }
  }

  @Test
  void badInputIsNamed() throws Exception {
    Exception none = assertThrows(IllegalArgumentException.class, () -> new ProcessBarrier(0));
    assertTrue(none.toString().contains("0"), none::toString);
    ProcessBarrier barrier = new ProcessBarrier(2);
    Background waiter = Background.start(() -> "" + barrier.await());
    waiter.awaitBlocked(() -> barrier.getNumberWaiting() == 1);
    barrier.close();
    assertEquals("IllegalStateException", waiter.result());
    assertThrows(IllegalStateException.class, barrier::await);
  }

  @Test
  void latchesCountDown() throws Exception {
    assertThrows(IllegalArgumentException.class, () -> new ProcessLatch(-1));
    ProcessLatch latch = new ProcessLatch(2);
    Background waiter =
        Background.virtual(
            () -> {
              latch.await();
              return "passed";
            });
    latch.countDown();
    assertFalse(latch.await(Duration.ofMillis(60)));
    assertEquals(1, latch.getCount());
    latch.countDown();
    latch.countDown();
    assertEquals("passed", waiter.result());
    assertTrue(latch.await(Duration.ZERO));
    latch.close();
    assertThrows(IllegalStateException.class, latch::countDown);
  }
}
