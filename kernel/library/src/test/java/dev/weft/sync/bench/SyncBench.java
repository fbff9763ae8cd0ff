package dev.weft.sync.bench;

import dev.weft.memory.SharedLong;
import dev.weft.memory.SharedValue;
import dev.weft.sync.Held;
import dev.weft.sync.ProcessBarrier;
import dev.weft.sync.ProcessEvent;
import dev.weft.sync.ProcessLock;
import dev.weft.sync.ProcessSemaphore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures what waits between processes, uncontended in one and handed over between several. Prints
 * medians, with the least and the most; what nobody contends for, in the processor's time.
 *
 * <p>Run with the library and its test classes on the class path, and with {@code
 * --enable-native-access=ALL-UNNAMED}; {@code kernel/docs} has the command.
 */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // it measures the bare pair
public final class SyncBench {

  private static final int REPEATS = 5;
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private SyncBench() {}

  public static void main(String[] arguments) throws Exception {
    uncontended();
    contended();
    handOvers();
    death();
  }

  private static void uncontended() throws Exception {
    try (ProcessLock lock = new ProcessLock();
        ProcessSemaphore semaphore = new ProcessSemaphore(1);
        ProcessSemaphore signals = ProcessSemaphore.forSignals(1);
        ProcessEvent event = new ProcessEvent();
        SharedLong count = SharedValue.ofLong(0)) {
      nanos("lock and unlock", () -> pair(lock));
      nanos("lock held for a block", () -> held(lock));
      nanos("shared counter, getAndAdd", count::incrementAndGet);
      nanos("shared counter, locked += 1", () -> add(lock, count));
      nanos("semaphore, acquire and release", () -> pair(semaphore));
      nanos("semaphore of signals", () -> pair(signals));
      nanos("event, set and clear", () -> pair(event));
    }
  }

  private static void pair(ProcessLock lock) {
    lock.lock();
    lock.unlock();
  }

  private static void held(ProcessLock lock) {
    try (var _ = Held.hold(lock)) {
      return;
    }
  }

  private static void add(ProcessLock lock, SharedLong count) {
    lock.lock();
    count.set(count.get() + 1);
    lock.unlock();
  }

  private static void pair(ProcessSemaphore semaphore) throws InterruptedException {
    semaphore.acquire();
    semaphore.release();
  }

  private static void pair(ProcessEvent event) {
    event.set();
    event.clear();
  }

  /** What is measured. */
  private interface Operation {
    void run() throws Exception;
  }

  private static void nanos(String name, Operation operation) throws Exception {
    int times = 2_000_000;
    double[] values = new double[REPEATS];
    for (int i = -3; i < REPEATS; i++) {
      long start = PROCESSOR.getCurrentThreadCpuTime();
      for (int j = 0; j < times; j++) {
        operation.run();
      }
      if (i >= 0) {
        values[i] = (double) (PROCESSOR.getCurrentThreadCpuTime() - start) / times;
      }
    }
    print(name, values, "ns");
  }

  private static void contended() throws Exception {
    Race.run("2 processes, locked counter", 2, 500_000, 2, Race.COUNTER);
    Race.run("2 processes, getAndAdd", 2, 2_000_000, 2, Race.ADD);
  }

  private static void handOvers() throws Exception {
    Race.run("condition ping-pong", 2, 20_000, 2, Race.CONDITION);
    Race.run("event ping-pong", 2, 20_000, 2, Race.EVENT);
    Race.run("semaphore ping-pong", 2, 20_000, 2, Race.SEMAPHORE);
    Race.run("semaphore of signals ping-pong", 2, 20_000, 2, Race.SIGNALS);
    Race.run("barrier of 2 processes", 2, 5_000, 1, Race.BARRIER);
    Race.run("barrier of 4 processes", 4, 5_000, 1, Race.BARRIER);
  }

  /** From the kill of a holder until the next has the lock. */
  private static void death() throws Exception {
    double[] millis = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      try (ProcessLock lock = new ProcessLock();
          ProcessBarrier never = new ProcessBarrier(2)) {
        Process holder = Race.start(Race.HOLD, 0, 0, new Toys(lock, never));
        while (!lock.isLocked()) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        Thread killer =
            Thread.ofPlatform()
                .start(
                    () -> {
                      pause(120);
                      holder.destroyForcibly();
                    });
        long start = System.nanoTime();
        lock.lock();
        millis[i] = (System.nanoTime() - start) / 1e6 - 120;
        if (!lock.ownerDied()) {
          throw new IllegalStateException("Not told");
        }
        lock.unlock();
        killer.join();
      }
    }
    print("holder killed until the next has the lock", millis, "ms");
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void print(String name, double[] values, String unit) {
    Arrays.sort(values);
    System.out.printf(
        Locale.ROOT,
        "%-45s median %,14.1f %s (%,.1f ... %,.1f)%n",
        name,
        values[values.length / 2],
        unit,
        values[0],
        values[values.length - 1]);
  }
}
