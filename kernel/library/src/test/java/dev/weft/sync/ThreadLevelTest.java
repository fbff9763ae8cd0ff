package dev.weft.sync;

import static dev.weft.sync.Held.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events, locks and semaphores between threads, and what holds them for a block. */
@Timeout(60)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // what a test does first fails first
class ThreadLevelTest {

  @Test
  void anEventIsAFlag() throws Exception {
    Event event = new Event();
    assertFalse(event.await(Duration.ofMillis(10)));
    Background waiter =
        Background.virtual(
            () -> {
              event.await();
              return "set";
            });
    while (!waiter.isDone()) {
      event.set();
      event.clear();
    }
    assertEquals("set", waiter.result());
    event.set();
    assertTrue(event.await(0, TimeUnit.SECONDS));
    event.awaitUninterruptibly();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, event::await);
  }

  @Test
  void aLockThatIsNotReentrantFindsItself() throws Exception {
    NonReentrantLock lock = new NonReentrantLock();
    lock.lock();
    assertThrows(IllegalMonitorStateException.class, lock::lock);
    assertThrows(IllegalMonitorStateException.class, lock::lockInterruptibly);
    assertThrows(IllegalMonitorStateException.class, () -> lock.tryLock(1, TimeUnit.SECONDS));
    assertFalse(lock.tryLock());
    Background other =
        Background.start(
            () -> {
              lock.unlock();
              return "unlocked";
            });
    assertEquals("IllegalMonitorStateException", other.result());
    Background waiter =
        Background.start(
            () -> {
              lock.lock();
              lock.unlock();
              return "" + lock.isHeldByCurrentThread();
            });
    assertTrue(lock.isHeldByCurrentThread());
    lock.unlock();
    assertEquals("false", waiter.result());
    assertThrows(IllegalMonitorStateException.class, lock::unlock);
  }

  @Test
  void itHasConditions() throws Exception {
    NonReentrantLock lock = new NonReentrantLock();
    Condition condition = lock.newCondition();
    assertThrows(IllegalMonitorStateException.class, condition::signal);
    lock.lock();
    assertFalse(condition.await(1, TimeUnit.MILLISECONDS));
    assertTrue(lock.isHeldByCurrentThread());
    lock.unlock();
  }

  @Test
  void aBoundIsKept() throws Exception {
    BoundedSemaphore semaphore = new BoundedSemaphore(2);
    semaphore.acquire(2);
    semaphore.release();
    semaphore.release();
    Exception more = assertThrows(IllegalStateException.class, semaphore::release);
    assertTrue(more.toString().contains("2 of 2"), more::toString);
    assertThrows(IllegalArgumentException.class, () -> new BoundedSemaphore(-1));
    assertThrows(IllegalArgumentException.class, () -> semaphore.release(-1));
  }

  @Test
  void allCanBeHeldForABlock() throws Exception {
    try (ProcessLock process = new ProcessLock();
        ProcessReadWriteLock access = new ProcessReadWriteLock()) {
      for (Lock lock :
          new Lock[] {
            new ReentrantLock(),
            new NonReentrantLock(),
            process,
            access.readLock(),
            access.writeLock()
          }) {
        Held closed = hold(lock);
        closed.close();
        closed.close();
        assertTrue(lock.tryLock());
        lock.unlock();
        hold(lock, Duration.ofSeconds(60)).close();
      }
    }
  }

  @Test
  void semaphoresToo() throws Exception {
    Semaphore seats = new Semaphore(1);
    try (var _ = hold(seats)) {
      assertThrows(TimeoutException.class, () -> hold(seats, Duration.ofMillis(1)));
    }
    assertEquals(1, seats.availablePermits());
    try (ProcessSemaphore shared = new ProcessSemaphore(1)) {
      try (var _ = hold(shared)) {
        assertThrows(TimeoutException.class, () -> hold(shared, Duration.ofMillis(1)));
      }
      assertEquals(1, shared.availablePermits());
    }
  }

  @Test
  void anInterruptCancels() {
    Lock lock = new ReentrantLock();
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> hold(lock));
    assertTrue(Thread.interrupted());
  }
}
