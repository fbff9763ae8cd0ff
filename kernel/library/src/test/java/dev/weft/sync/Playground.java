package dev.weft.sync;

import dev.weft.memory.SharedArray;
import dev.weft.memory.SharedLong;
import dev.weft.memory.SharedLongs;
import dev.weft.memory.SharedValue;
import java.io.Serializable;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/** What the processes of a stress test share, and what each of them does with it. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // no exception but death is expected
final class Playground implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1;
  private static final int PERMITS = 3;
  private static final int OWN_LENGTH = 4_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How long a thread may stay where a death does the most harm, in nanoseconds. */
  private static final int LONGEST_STAY = 200_000;

  private final ProcessLock lock = new ProcessLock("lock");

  @SuppressWarnings("serial") // what it is travels
  private final Condition changed = lock.newCondition();

  private final ProcessSemaphore semaphore = ProcessSemaphore.bounded(PERMITS);
  private final ProcessReadWriteLock access = new ProcessReadWriteLock("access");
  private final ProcessEvent event = new ProcessEvent("event");
  private final ProcessBarrier barrier = new ProcessBarrier(2);

  /** Two that are equal whenever nobody holds the lock, unless a holder has died. */
  private final SharedLongs pair = SharedArray.ofLongs(2);

  /** As the pair, under the other lock. */
  private final SharedLongs table = SharedArray.ofLongs(2);

  private final SharedLong inside = SharedValue.ofLong(0);
  private final SharedLong complaints = SharedValue.ofLong(0);
  private final SharedLong repairs = SharedValue.ofLong(0);
  private final SharedLong steps = SharedValue.ofLong(0);
  private final SharedLong end = SharedValue.ofLong(0);
  private final SharedLongs playing = SharedArray.ofLongs(8);

  /** Does something of all, so many times or until it is killed or told to end. */
  void play(int number, long seed, long most) throws InterruptedException {
    playing.set(number, 1);
    SplittableRandom random = new SplittableRandom(seed);
    for (long i = 0; i < most && end.get() == 0; i++) {
      switch (random.nextInt(8)) {
        case 0 -> exclude(random);
        case 1 -> signal(random);
        case 2 -> limit(random);
        case 3 -> read();
        case 4 -> announce(random);
        case 5 -> meet();
        case 6 -> keep(random);
        default -> write(random);
      }
      steps.incrementAndGet();
      playing.set(number, playing.get(number) + 1);
    }
  }

  /** Returns how many steps a process has begun since its start. */
  long begun(int number) {
    return playing.get(number);
  }

  void gone(int number) {
    playing.set(number, 0);
  }

  void end() {
    end.set(1);
  }

  private void complainIf(boolean wrong) {
    if (wrong) {
      complaints.incrementAndGet();
    }
  }

  private static void stay(SplittableRandom random) {
    LockSupport.parkNanos(random.nextInt(LONGEST_STAY));
  }

  private void exclude(SplittableRandom random) throws InterruptedException {
    if (!lock.tryLock(PATIENCE)) {
      complaints.incrementAndGet();
      return;
    }
    repairOrCheck(pair, lock.ownerDied());
    pair.set(0, pair.get(0) + 1);
    stay(random);
    pair.set(1, pair.get(1) + 1);
    lock.unlock();
  }

  private void repairOrCheck(SharedLongs two, boolean died) {
    if (died) {
      two.set(1, two.get(0));
      repairs.incrementAndGet();
    }
    complainIf(two.get(0) != two.get(1));
  }

  private void signal(SplittableRandom random) throws InterruptedException {
    lock.lock();
    repairOrCheck(pair, lock.ownerDied());
    if (random.nextBoolean()) {
      changed.signal();
    } else {
      changed.awaitNanos(random.nextInt(3_000_000));
      repairOrCheck(pair, lock.ownerDied());
    }
    lock.unlock();
  }

  private void limit(SplittableRandom random) throws InterruptedException {
    int permits = random.nextInt(1, PERMITS + 1);
    if (semaphore.tryAcquire(permits, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      stay(random);
      semaphore.release(permits);
    } else {
      complaints.incrementAndGet();
    }
  }

  private void read() {
    access.readLock().lock();
    complainIf(!access.writerDied() && table.get(0) != table.get(1));
    access.readLock().unlock();
  }

  private void write(SplittableRandom random) {
    access.writeLock().lock();
    repairOrCheck(table, access.writerDied());
    complainIf(inside.incrementAndGet() != 1 && !access.writerDied());
    table.set(0, table.get(0) + 1);
    stay(random);
    table.set(1, table.get(1) + 1);
    inside.set(0);
    access.writeLock().unlock();
  }

  private void announce(SplittableRandom random) throws InterruptedException {
    if (random.nextBoolean()) {
      event.clear();
      event.await(random.nextInt(3_000_000), TimeUnit.NANOSECONDS);
    } else {
      event.set();
      event.await(1, TimeUnit.MILLISECONDS);
    }
  }

  /** Where the others do not come, or one of them dies, the barrier is made whole again. */
  private void meet() throws InterruptedException {
    try {
      complainIf(barrier.await(3, TimeUnit.MILLISECONDS) > 1);
    } catch (BrokenBarrierException | TimeoutException e) {
      barrier.reset();
    }
  }

  /** Who dies here leaves a file that nobody else knows. */
  private static void keep(SplittableRandom random) {
    try (SharedLongs own = SharedArray.ofLongs(OWN_LENGTH)) {
      stay(random);
      own.set(0, 1);
    }
  }

  /** What holds when all have ended. */
  void check() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(0);
    exclude(random);
    write(random);
    complainIf(!semaphore.tryAcquire(PERMITS, 60, TimeUnit.SECONDS));
    semaphore.release(PERMITS);
    complainIf(semaphore.availablePermits() != PERMITS);
    complainIf(access.getReadLockCount() != 0 || lock.isLocked());
  }

  long complaints() {
    return complaints.get();
  }

  @Override
  public String toString() {
    return steps
        + " steps, "
        + repairs
        + " repairs, "
        + complaints
        + " complaints; "
        + lock
        + " "
        + semaphore
        + " "
        + access;
  }

  @Override
  public void close() {
    lock.close();
    semaphore.close();
    access.close();
    event.close();
    barrier.close();
    pair.close();
    table.close();
    inside.close();
    complaints.close();
    repairs.close();
    steps.close();
    end.close();
    playing.close();
  }
}
