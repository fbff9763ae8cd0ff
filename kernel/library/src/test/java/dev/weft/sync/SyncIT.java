package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.memory.SharedArray;
import dev.weft.memory.SharedInt;
import dev.weft.memory.SharedInts;
import dev.weft.memory.SharedValue;
import dev.weft.process.ChildProcess;
import dev.weft.process.ProcessPool;
import dev.weft.process.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Between processes: what travels, and what a death does. */
@Timeout(300)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // what a test does first fails first
class SyncIT {

  private static final int WORKERS = 3;
  private static ProcessPool pool;

  @BeforeAll
  static void start() {
    pool = new ProcessPool(WORKERS);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void aLockExcludesProcesses() throws Exception {
    try (ProcessLock lock = new ProcessLock();
        SharedInt count = SharedValue.ofInt(0);
        SharedInts results = SharedArray.ofInts(5)) {
      pool.forEach(
          Range.range(6),
          i -> {
            for (int j = 0; j < 2_000; j++) {
              try (var _ = Held.hold(lock)) {
                count.set(count.get() + 1);
              }
            }
          });
      assertEquals(12_000, count.get());
      pool.forEach(Range.range(5), i -> results.set(i, i * 2));
      assertEquals("[0, 2, 4, 6, 8]", results.toString());
      pool.forEach(Range.range(30), i -> results.update(i % 5, n -> n + 1));
      pool.forEach(Range.range(30), i -> results.getAndAdd(i % 5, 1));
      assertEquals("[12, 14, 16, 18, 20]", results.toString());
    }
  }

  @Test
  void aHandleComesBackAsAResultAndOutlivesItsMaker() throws Exception {
    ChildProcess<SharedInts> child = ChildProcess.start(() -> SharedArray.copyOf(new int[] {1, 2}));
    try (SharedInts made = child.result()) {
      child.join();
      assertEquals("[1, 2]", made.toString());
      assertEquals(3, (int) pool.apply(() -> made.get(0) + made.get(1)));
      assertEquals("[1, 2]", pool.apply(() -> made).toString());
    }
  }

  @Test
  void aClosedHandleDoesNotTravel() {
    ProcessLock lock = new ProcessLock("mine");
    lock.close();
    Exception closed = assertThrows(Exception.class, () -> pool.apply(() -> lock.isLocked()));
    assertTrue(closed.toString().contains("mine is closed"), closed::toString);
  }

  @Test
  void conditionsReachOtherProcesses() throws Exception {
    try (ProcessLock lock = new ProcessLock();
        SharedInt turn = SharedValue.ofInt(0)) {
      Condition changed = lock.newCondition();
      int rounds = 100;
      ChildProcess<?> child = ChildProcess.start(() -> play(lock, changed, turn, 1, rounds));
      play(lock, changed, turn, 0, rounds);
      child.join();
      assertEquals(0, child.exitCode().orElseThrow());
      assertEquals(2 * rounds, turn.get());
    }
  }

  private static void play(ProcessLock lock, Condition changed, SharedInt turn, int me, int rounds)
      throws InterruptedException {
    for (int i = 0; i < rounds; i++) {
      lock.lock();
      while (turn.get() % 2 != me) {
        changed.await();
      }
      turn.incrementAndGet();
      changed.signal();
      lock.unlock();
    }
  }

  @Test
  void theNextHolderIsToldThatItsOwnerDied() throws Exception {
    try (ProcessLock lock = new ProcessLock();
        ProcessReadWriteLock access = new ProcessReadWriteLock()) {
      Killed.after(
          () -> {
            lock.lock();
            access.writeLock().lock();
          });
      assertTrue(lock.tryLock(60, TimeUnit.SECONDS));
      assertTrue(lock.ownerDied());
      lock.unlock();
      lock.lock();
      assertFalse(lock.ownerDied());
      lock.unlock();
      access.readLock().lock();
      assertTrue(access.writerDied());
      access.readLock().unlock();
      access.writeLock().lock();
      access.writeLock().unlock();
      assertFalse(access.writerDied());
      Killed.after(() -> access.readLock().lock());
      assertEquals(1, access.getReadLockCount());
      assertTrue(access.writeLock().tryLock());
    }
  }

  @Test
  void permitsOfTheDeadComeBack() throws Exception {
    try (ProcessSemaphore semaphore = ProcessSemaphore.bounded(3)) {
      Background waiter =
          Background.virtual(
              () -> {
                semaphore.acquire(3);
                return "acquired";
              });
      assertEquals("acquired", waiter.result());
      semaphore.release(3);
      Killed.after(() -> semaphore.acquire(2));
      assertEquals(1, semaphore.availablePermits());
      assertTrue(semaphore.tryAcquire(3, 60, TimeUnit.SECONDS));
      semaphore.release(3);
      assertThrows(IllegalStateException.class, semaphore::release);
    }
  }

  @Test
  void aPermitMayBeReleasedByAnotherProcess() throws Exception {
    try (ProcessSemaphore semaphore = ProcessSemaphore.bounded(1)) {
      semaphore.acquire();
      pool.apply(
          () -> {
            semaphore.release();
            return 0;
          });
      assertEquals(1, semaphore.availablePermits());
    }
  }

  @Test
  void aKilledWaiterTakesNoSignalWithIt() throws Exception {
    try (ProcessLock lock = new ProcessLock();
        SharedInt waiting = SharedValue.ofInt(0)) {
      Condition condition = lock.newCondition();
      ChildProcess<?> first = ChildProcess.start(() -> waitFor(lock, condition, waiting));
      while (waiting.get() == 0) {
        Thread.sleep(1);
      }
      Background second =
          Background.start(
              () -> {
                waitFor(lock, condition, waiting);
                return "woken";
              });
      while (waiting.get() < 2) {
        Thread.sleep(1);
      }
      lock.lock();
      first.kill();
      condition.signal();
      lock.unlock();
      assertEquals("woken", second.result());
    }
  }

  private static void waitFor(ProcessLock lock, Condition condition, SharedInt waiting)
      throws InterruptedException {
    lock.lock();
    waiting.incrementAndGet();
    condition.await();
    lock.unlock();
  }

  @Test
  void aBarrierBreaksForTheRest() throws Exception {
    try (ProcessBarrier waitsThere = new ProcessBarrier(2);
        ProcessBarrier neverComes = new ProcessBarrier(2)) {
      Killed.after(
          () -> {
            Thread.ofVirtual().start(new Arrival(waitsThere));
            while (waitsThere.getNumberWaiting() == 0) {
              Thread.sleep(1);
            }
            neverComes.getParties();
          });
      for (ProcessBarrier barrier : List.of(waitsThere, neverComes)) {
        ProcessBarrier three = barrier;
        Exception broken = assertThrows(BrokenBarrierException.class, () -> awaitTwice(three));
        assertTrue(broken.toString().contains("was killed"), broken::toString);
        barrier.reset();
        assertFalse(barrier.isBroken());
      }
    }
  }

  /** The first pass may be the one for which the dead came before it died. */
  private static void awaitTwice(ProcessBarrier barrier) throws Exception {
    barrier.await();
    barrier.await();
  }

  private record Arrival(ProcessBarrier barrier) implements Runnable, java.io.Serializable {
    @Override
    public void run() {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void processesThatEndInOrderBreakNoBarrier() throws Exception {
    try (ProcessBarrier barrier = new ProcessBarrier(2)) {
      ChildProcess<?> child = ChildProcess.start(() -> barrier.isBroken());
      child.join();
      Background waiter = Background.start(() -> "" + barrier.await());
      Thread.sleep(200);
      assertEquals("0", "" + barrier.await());
      assertEquals("1", waiter.result());
    }
  }

  @Test
  void aLatchTellsThatAPartyDied() throws Exception {
    try (ProcessLatch latch = new ProcessLatch(2)) {
      Killed.after(latch::countDown);
      assertFalse(latch.await(Duration.ofMillis(200)));
      Killed.after(latch::getCount);
      Exception died = assertThrows(PartyDiedException.class, latch::await);
      assertTrue(died.toString().contains("is at 1"), died::toString);
      latch.countDown();
      latch.await();
    }
  }

  @Test
  void barriersAndEventsPassManyProcesses() throws Exception {
    try (ProcessBarrier barrier = new ProcessBarrier(WORKERS);
        ProcessEvent go = new ProcessEvent();
        ProcessLatch ready = new ProcessLatch(WORKERS);
        SharedInt passed = SharedValue.ofInt(0)) {
      List<ChildProcess<?>> children = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        children.add(
            ChildProcess.start(
                () -> {
                  ready.countDown();
                  go.await();
                  for (int round = 0; round < 200; round++) {
                    barrier.await();
                    passed.incrementAndGet();
                    barrier.await();
                    if (passed.get() != (round + 1) * WORKERS) {
                      throw new IllegalStateException("round " + round + ": " + passed);
                    }
                    barrier.await();
                  }
                }));
      }
      ready.await();
      go.set();
      for (ChildProcess<?> each : children) {
        assertResult(each);
      }
      assertEquals(200 * WORKERS, passed.get());
    }
  }

  private static void assertResult(ChildProcess<?> child) throws InterruptedException {
    try {
      Object unused = child.result();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
