package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // what a test does first fails first
class ProcessReadWriteLockTest {

  private final ProcessReadWriteLock lock = new ProcessReadWriteLock("access");

  @Test
  void manyReadOrOneWrites() throws Exception {
    lock.readLock().lock();
    assertEquals("true", Background.start(() -> "" + lock.readLock().tryLock()).result());
    assertEquals(2, lock.getReadLockCount());
    assertFalse(lock.writeLock().tryLock());
    assertFalse(lock.writeLock().tryLock(60, TimeUnit.MILLISECONDS));
    lock.readLock().unlock();
    lock.readLock().unlock();
    lock.writeLock().lock();
    assertTrue(lock.writeLock().tryLock());
    assertTrue(lock.readLock().tryLock());
    assertEquals("false", Background.start(() -> "" + lock.readLock().tryLock()).result());
    lock.readLock().unlock();
    lock.writeLock().unlock();
    assertTrue(lock.isWriteLockedByCurrentThread());
    lock.writeLock().unlock();
    assertFalse(lock.isWriteLocked());
  }

  @Test
  void wrongReleasesAreRefused() {
    assertThrows(IllegalMonitorStateException.class, () -> lock.readLock().unlock());
    assertThrows(IllegalMonitorStateException.class, () -> lock.writeLock().unlock());
    assertThrows(UnsupportedOperationException.class, () -> lock.writeLock().newCondition());
    lock.close();
    assertThrows(IllegalStateException.class, () -> lock.readLock().lock());
    assertThrows(IllegalStateException.class, () -> lock.writeLock().lockInterruptibly());
  }

  @Test
  void readersSeeWholeWrites() throws Exception {
    long[] pair = {0, 0};
    List<Background> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          Background.start(
              () -> {
                for (int j = 0; j < 2_000; j++) {
                  try (var _ = Held.hold(lock.writeLock())) {
                    pair[0]++;
                    pair[1]++;
                  }
                }
                return "";
              }));
      threads.add(
          Background.virtual(
              () -> {
                for (int j = 0; j < 2_000; j++) {
                  try (var _ = Held.hold(lock.readLock())) {
                    if (pair[0] != pair[1]) {
                      return pair[0] + " and " + pair[1];
                    }
                  }
                }
                return "";
              }));
    }
    for (Background each : threads) {
      assertEquals("", each.result());
    }
    assertEquals(6_000, pair[0]);
    assertEquals(0, lock.getReadLockCount());
  }
}
