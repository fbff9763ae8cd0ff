package dev.weft.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MutexTest {

  private final Region region = Region.create("mutex", 16);
  private final Mutex mutex = new Mutex(region, 0);

  @Test
  void patienceEnds() throws Exception {
    mutex.lock();
    assertFalse(mutex.tryLock());
    assertEquals(Mutex.Taken.NO, mutex.tryTake());
    Wait wait = Wait.upTo(TimeUnit.MILLISECONDS.toNanos(70));
    assertEquals(Mutex.Taken.NO, mutex.lock(wait));
    assertTrue(wait.isCheckDue());
    assertFalse(wait.orInterrupted());
    assertEquals(Mutex.Taken.NO, mutex.lock(Wait.upTo(0)));
    mutex.unlock();
    assertEquals(Mutex.Taken.YES, mutex.lock(Wait.upTo(-1)));
  }

  @Test
  void anInterruptEndsAWaitOrIsKept() {
    mutex.lock();
    Thread.currentThread().interrupt();
    Wait wait = Wait.interruptibly();
    assertEquals(Mutex.Taken.NO, mutex.lock(wait));
    assertThrows(InterruptedException.class, wait::orInterrupted);
    wait.end();
    assertFalse(Thread.interrupted());
    Thread.currentThread().interrupt();
    Wait patient = Wait.uninterruptibly();
    assertTrue(patient.sleep(new WaitWord(region.memory(), 8), 1));
    patient.end();
    assertTrue(Thread.interrupted());
  }

  @Test
  void aClosedOneFails() throws Exception {
    mutex.lock();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch started = new CountDownLatch(1);
      Future<?> waiting =
          executor.submit(
              () -> {
                started.countDown();
                mutex.lock();
              });
      started.await();
      mutex.poison();
      assertThrows(Exception.class, waiting::get);
      assertEquals(Future.State.FAILED, waiting.state());
    }
    assertThrows(IllegalStateException.class, mutex::lock);
    mutex.unlock();
    assertThrows(IllegalStateException.class, mutex::lock);
  }

  /** More of them than the carriers and the pool of waiters together. */
  @Test
  void virtualThreadsLeaveTheirCarriers() throws Exception {
    mutex.lock();
    List<Future<?>> waiting = new ArrayList<>();
    int[] count = {0};
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        waiting.add(
            executor.submit(
                () -> {
                  mutex.lock();
                  count[0]++;
                  mutex.unlock();
                }));
      }
      executor
          .submit(
              () -> {
                Thread.sleep(100);
                return 0;
              })
          .get();
      assertEquals(0, count[0]);
      mutex.unlock();
      for (Future<?> each : waiting) {
        each.get();
      }
    }
    assertEquals(200, count[0]);
  }
}
