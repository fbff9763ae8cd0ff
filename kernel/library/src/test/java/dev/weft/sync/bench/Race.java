package dev.weft.sync.bench;

import dev.weft.segment.Family;
import dev.weft.sync.ProcessBarrier;
import dev.weft.sync.ProcessLock;
import dev.weft.sync.ProcessSemaphore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes that begin together, each of which does something many times. */
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // it measures the bare pair
final class Race {

  static final String COUNTER = "counter";
  static final String ADD = "add";
  static final String CONDITION = "condition";
  static final String EVENT = "event";
  static final String SEMAPHORE = "semaphore";
  static final String SIGNALS = "signals";
  static final String BARRIER = "barrier";
  static final String HOLD = "hold";
  private static final int REPEATS = 3;

  private Race() {}

  /** Measures how often something is done in a second, all processes together. */
  static void run(String name, int processes, int times, int counted, String what)
      throws Exception {
    double[] rates = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      try (ProcessLock lock = new ProcessLock();
          ProcessBarrier barrier = new ProcessBarrier(processes)) {
        Toys toys = new Toys(lock, barrier);
        List<Process> racers = new ArrayList<>();
        for (int me = 0; me < processes; me++) {
          racers.add(start(what, me, times, toys));
        }
        toys.ready.await();
        long start = System.nanoTime();
        toys.go.set();
        for (Process each : racers) {
          if (each.waitFor() != 0) {
            throw new IllegalStateException(what + " failed: " + each);
          }
        }
        long end = toys.ends.stream().max().orElseThrow();
        rates[i] = (double) counted * times / ((end - start) / 1e9);
      }
    }
    SyncBench.print(name, rates, "/s");
  }

  static Process start(String what, int me, int times, Toys toys) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(toys);
    }
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Race.class.getName(),
            what,
            Integer.toString(me),
            Integer.toString(times),
            Base64.getEncoder().encodeToString(bytes.toByteArray()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(Family.VARIABLE, Family.forChildren());
    return builder.start();
  }

  public static void main(String[] arguments) throws Exception {
    byte[] bytes = Base64.getDecoder().decode(arguments[3]);
    Toys toys;
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      toys = (Toys) in.readObject();
    }
    int me = Integer.parseInt(arguments[1]);
    int times = Integer.parseInt(arguments[2]);
    String what = arguments[0];
    if (what.equals(HOLD)) {
      toys.lock.lock();
      TimeUnit.HOURS.sleep(1);
    }
    warmUp(what);
    toys.ready.countDown();
    toys.go.await();
    work(what, toys, me, times);
    toys.ends.set(me, System.nanoTime());
  }

  /**
   * Compiles the code, also that which waits: threads of this process race in memory of their own.
   */
  private static void warmUp(String what) throws Exception {
    try (ProcessLock lock = new ProcessLock();
        ProcessBarrier barrier = new ProcessBarrier(2)) {
      Toys own = new Toys(lock, barrier);
      Thread other = Thread.ofPlatform().start(() -> unchecked(what, own));
      work(what, own, 0, 15_000);
      other.join();
    }
  }

  private static void unchecked(String what, Toys toys) {
    try {
      work(what, toys, 1, 15_000);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void work(String what, Toys toys, int me, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      switch (what) {
        case COUNTER -> count(toys);
        case ADD -> toys.count.incrementAndGet();
        case CONDITION -> takeTurn(toys, me);
        case EVENT -> passEvent(toys, me);
        case SEMAPHORE -> pass(toys.semaphores, me);
        case SIGNALS -> pass(toys.signals, me);
        default -> toys.barrier.await();
      }
    }
  }

  private static void count(Toys toys) {
    toys.lock.lock();
    toys.count.set(toys.count.get() + 1);
    toys.lock.unlock();
  }

  private static void takeTurn(Toys toys, int me) throws InterruptedException {
    toys.lock.lock();
    while (toys.turn.get() != me) {
      toys.changed.await();
    }
    toys.turn.set(1 - me);
    toys.changed.signal();
    toys.lock.unlock();
  }

  private static void passEvent(Toys toys, int me) throws InterruptedException {
    toys.events[me].await();
    toys.events[me].clear();
    toys.events[1 - me].set();
  }

  private static void pass(ProcessSemaphore[] two, int me) throws InterruptedException {
    two[me].acquire();
    two[1 - me].release();
  }
}
