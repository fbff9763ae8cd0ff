package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@SuppressWarnings({
  "LockNotBeforeTry",
  "WaitNotInLoop",
  "JavaUtilDate"
}) // what a test does first fails first
class ProcessLockTest {

  private final ProcessLock lock = new ProcessLock("lock");

  @AfterEach
  void close() {
    lock.close();
  }

  @Test
  void isReentrant() {
    lock.lock();
    assertTrue(lock.tryLock());
    assertEquals(2, lock.getHoldCount());
    lock.unlock();
    assertTrue(lock.isHeldByCurrentThread());
    lock.unlock();
    assertEquals(0, lock.getHoldCount());
    assertFalse(lock.isLocked());
    assertFalse(lock.ownerDied());
  }

  @Test
  void oneThatIsNotSaysSoInPlaceOfWaitingForItself() {
    try (ProcessLock plain = ProcessLock.nonReentrant()) {
      plain.lock();
      Exception itself = assertThrows(IllegalMonitorStateException.class, plain::lock);
      assertTrue(itself.toString().contains("would wait for itself"), itself::toString);
      assertFalse(plain.tryLock());
      plain.unlock();
    }
  }

  @Test
  void onlyItsHolderUnlocks() throws Exception {
    Exception free = assertThrows(IllegalMonitorStateException.class, lock::unlock);
    assertTrue(free.toString().contains("held by nobody"), free::toString);
    lock.lock();
    Background other =
        Background.start(
            () -> {
              lock.unlock();
              return "unlocked";
            });
    assertEquals("IllegalMonitorStateException", other.result());
    assertTrue(lock.isHeldByCurrentThread());
    lock.unlock();
  }

  @Test
  void waitingEndsByTimeOrInterrupt() throws Exception {
    lock.lock();
    Background timed =
        Background.start(() -> "" + lock.tryLock(120, TimeUnit.MILLISECONDS) + lock.tryLock());
    assertEquals("falsefalse", timed.result());
    Background none = Background.start(() -> "" + lock.tryLock(Duration.ofSeconds(-1)));
    assertEquals("false", none.result());
    for (boolean virtual : new boolean[] {false, true}) {
      Background.Body body =
          () -> {
            lock.lockInterruptibly();
            return "locked";
          };
      Background waiter = virtual ? Background.virtual(body) : Background.start(body);
      waiter.thread.interrupt();
      assertEquals("InterruptedException", waiter.result());
    }
    lock.unlock();
  }

  @Test
  void anInterruptIsKeptWhereItHasNoEffect() throws Exception {
    lock.lock();
    Background waiter =
        Background.start(
            () -> {
              lock.lock();
              lock.unlock();
              return "" + Thread.interrupted();
            });
    waiter.thread.interrupt();
    lock.unlock();
    assertEquals("true", waiter.result());
  }

  @Test
  void waitersOfAClosedLockAreToldAndOthersToo() throws Exception {
    lock.lock();
    Background waiter =
        Background.virtual(
            () -> {
              lock.lock();
              return "locked";
            });
    lock.close();
    assertEquals("IllegalStateException", waiter.result());
    assertThrows(IllegalStateException.class, lock::lock);
    assertThrows(IllegalStateException.class, lock::tryLock);
    assertThrows(IllegalStateException.class, lock::newCondition);
    assertEquals("lock [closed]", lock.toString());
  }

  @Test
  void isExclusive() throws Exception {
    int[] count = {0};
    List<Background> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Background.Body body =
          () -> {
            for (int j = 0; j < 5_000; j++) {
              lock.lock();
              count[0]++;
              lock.unlock();
            }
            return "";
          };
      threads.add(i % 2 == 0 ? Background.start(body) : Background.virtual(body));
    }
    for (Background each : threads) {
      assertEquals("", each.result());
    }
    assertEquals(40_000, count[0]);
  }

  @Test
  void conditionsNeedTheLock() {
    Condition condition = lock.newCondition();
    assertThrows(IllegalMonitorStateException.class, condition::await);
    assertThrows(IllegalMonitorStateException.class, condition::signal);
    assertThrows(IllegalMonitorStateException.class, condition::signalAll);
  }

  @Test
  void eachSignalLetsOneGo() throws Exception {
    Condition condition = lock.newCondition();
    int[] waiting = {0};
    int[] gone = {0};
    List<Background> threads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Background.Body body =
          () -> {
            lock.lock();
            lock.lock();
            waiting[0]++;
            condition.await();
            gone[0]++;
            String held = "held " + lock.getHoldCount();
            lock.unlock();
            lock.unlock();
            return held;
          };
      threads.add(i % 2 == 0 ? Background.start(body) : Background.virtual(body));
    }
    for (int signals = 1; signals <= 5; signals++) {
      lock.lock();
      while (waiting[0] < 5 || gone[0] < signals - 1) {
        lock.unlock();
        Thread.sleep(1);
        lock.lock();
      }
      assertEquals(signals - 1, gone[0]);
      condition.signal();
      lock.unlock();
    }
    for (Background each : threads) {
      assertEquals("held 2", each.result());
    }
  }

  @Test
  void waitsForConditionsEnd() throws Exception {
    Condition condition = lock.newCondition();
    lock.lock();
    assertFalse(condition.await(60, TimeUnit.MILLISECONDS));
    assertTrue(condition.awaitNanos(0) <= 0);
    assertFalse(condition.awaitUntil(new Date(0)));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, condition::await);
    assertTrue(lock.isHeldByCurrentThread());
    condition.signalAll();
    assertFalse(condition.await(1, TimeUnit.MILLISECONDS));
    lock.unlock();
  }

  @Test
  void signalsReachAllThatWait() throws Exception {
    Condition condition = lock.newCondition();
    int[] waiting = {0};
    List<Background> threads = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      threads.add(
          Background.virtual(
              () -> {
                lock.lock();
                waiting[0]++;
                condition.awaitUninterruptibly();
                lock.unlock();
                return "gone";
              }));
    }
    lock.lock();
    while (waiting[0] < 30) {
      lock.unlock();
      Thread.sleep(1);
      lock.lock();
    }
    condition.signalAll();
    lock.unlock();
    for (Background each : threads) {
      assertEquals("gone", each.result());
    }
  }
}
