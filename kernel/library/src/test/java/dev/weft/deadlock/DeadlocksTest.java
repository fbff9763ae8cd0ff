package dev.weft.deadlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadlocks of real threads, which stay until this JVM ends: each test has names of its own. */
@Timeout(120)
class DeadlocksTest {

  private final Object table = new Object();
  private final Object chair = new Object();
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();
  private final CyclicBarrier met = new CyclicBarrier(2);

  @AfterEach
  void forget() {
    Deadlocks.connect(named());
  }

  private static NamedObjects named(Object... namesAndValues) {
    return new NamedObjects() {
      @Override
      public void forEachVariable(BiConsumer<String, Object> told) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
          told.accept((String) namesAndValues[i], namesAndValues[i + 1]);
        }
      }

      @Override
      public boolean isOwn(Thread thread) {
        return thread.getName().startsWith("junit");
      }
    };
  }

  private void meet() {
    try {
      met.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void monitors(Object first, Object second) {
    synchronized (first) {
      meet();
      synchronized (second) {
        throw new IllegalStateException("no deadlock");
      }
    }
  }

  private void locks(ReentrantLock first, ReentrantLock second) {
    first.lock();
    meet();
    second.lock();
  }

  private static void start(boolean virtual, String name, Runnable body) {
    Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    Thread unused = builder.name(name).start(body);
  }

  /** Waits for the deadlock of the threads whose names begin so; returns its waits in words. */
  private static Set<String> waits(String prefix) throws InterruptedException {
    while (true) {
      for (Deadlock each : Deadlocks.find()) {
        if (each.waits().getFirst().waiter().name().startsWith(prefix)) {
          Set<String> waits = new HashSet<>();
          each.waits()
              .forEach(
                  w -> waits.add(w.waiter().name() + " " + w.lock() + " " + w.holder().name()));
          return waits;
        }
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  @Test
  void seesMonitorsOfPlatformThreads() throws Exception {
    Deadlocks.connect(named("table", table, "all", List.of("x", chair)));
    start(false, "mp-1", () -> monitors(table, chair));
    start(false, "mp-2", () -> monitors(chair, table));
    assertEquals(Set.of("mp-1 all[1] mp-2", "mp-2 table mp-1"), waits("mp-"));
  }

  @Test
  void seesMonitorsOfVirtualThreads() throws Exception {
    start(true, "mv-1", () -> monitors(table, chair));
    start(false, "mv-2", () -> monitors(chair, table));
    Set<String> waits = waits("mv-");
    assertEquals(2, waits.size());
    assertTrue(waits.toString().contains("mv-1 Object "), waits.toString());
  }

  @Test
  void seesLocksOfPlatformThreads() throws Exception {
    Deadlocks.connect(named("left", left, "right", right));
    start(false, "lp-1", () -> locks(left, right));
    start(false, "lp-2", () -> locks(right, left));
    assertEquals(Set.of("lp-1 right lp-2", "lp-2 left lp-1"), waits("lp-"));
  }

  @Test
  void seesNamedLocksOfVirtualThreads() throws Exception {
    Deadlocks.connect(named("both", new ReentrantLock[] {left, right}));
    start(true, "lv-1", () -> locks(left, right));
    start(true, "lv-2", () -> locks(right, left));
    assertEquals(Set.of("lv-1 both[1] lv-2", "lv-2 both[0] lv-1"), waits("lv-"));
  }

  @Test
  void seesOneThatGoesThroughAnotherProcess() {
    Party here = new Party(ProcessHandle.current().pid(), -7, "here");
    Party there = new Party(-1, 3, "there");
    List<LockTable.Entry> entries = new ArrayList<>();
    entries.add(new LockTable.Entry(here, "accounts", there));
    entries.add(new LockTable.Entry(there, "log", here));
    Deadlocks.add(() -> List.copyOf(entries));
    List<Deadlock> found =
        Deadlocks.find().stream().filter(d -> d.threads().contains(there)).toList();
    assertEquals(1, found.size());
    String text = found.getFirst().toString();
    assertTrue(text.contains("here waits for accounts, which there of process -1 has"), text);
    assertTrue(Deadlocks.haveOthers());
    entries.clear();
    assertEquals(
        List.of(), Deadlocks.find().stream().filter(d -> d.threads().contains(there)).toList());
  }

  @Test
  void aLookoutTellsEachOnce() throws Exception {
    start(false, "once-1", () -> monitors(table, chair));
    start(false, "once-2", () -> monitors(chair, table));
    assertEquals(2, waits("once-").size());
    Lookout lookout = new Lookout();
    String first = lookout.look().toString();
    assertTrue(first.contains("once-1"), first);
    assertEquals(List.of(), lookout.look());
  }

  @Test
  void aThreadThatHasWhatItWaitsForAgainIsNoRing() {
    synchronized (table) {
      synchronized (table) {
        String all = Deadlocks.find().toString();
        assertTrue(!all.contains(Thread.currentThread().getName() + ","), all);
      }
    }
  }

  @Test
  void listsThreadsWithWhatTheyWaitFor() throws Exception {
    Deadlocks.connect(named("left", left));
    left.lock();
    try {
      start(true, "list-virtual", () -> left.lock());
      start(false, "list-sleeps", () -> sleepLong());
      start(false, "list-waits", () -> left.lock());
      ThreadRow waits = row("list-waits", "waiting", "left");
      assertEquals(Thread.currentThread().getName(), waits.holder());
      ThreadRow virtual = row("list-virtual", "waiting", "left");
      assertTrue(virtual.virtual());
      assertTrue(!row("list-sleeps", "sleeping", "").virtual());
      String text = Deadlocks.threads().toString();
      assertTrue(text.startsWith("Thread"), text);
      assertTrue(!text.contains("Reference Handler") && !text.contains("ForkJoinPool-1"), text);
      assertTrue(Deadlocks.threads().toDisplayData().data().toString().contains("<table"));
    } finally {
      left.unlock();
    }
  }

  private static void sleepLong() {
    try {
      Thread.sleep(Duration.ofHours(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the thread is in that state, for that. */
  private static ThreadRow row(String name, String state, String waitsFor)
      throws InterruptedException {
    while (true) {
      for (ThreadRow each : Deadlocks.threads().rows()) {
        if (each.name().equals(name)
            && each.state().equals(state)
            && each.waitsFor().equals(waitsFor)) {
          return each;
        }
      }
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  @Test
  void placesAreThoseOfUsers() {
    assertEquals(
        "in transfer, cell 3, line 4",
        Place.of(
            List.of(
                "java.base/java.lang.Object.wait0(Native Method)",
                "dev.weft.sync.ProcessLock.lock(ProcessLock.java:3)",
                "app//REPL.$JShell$3.transfer(cell 3:4)",
                "REPL.$JShell$3.do_it$(cell 3:9)")));
    assertEquals("cell 3, line 4", Place.of(List.of("Cell-3.lambda$f$0(cell 3:4)")));
    assertEquals("in run", Place.of(List.of("a.B$C.run(Unknown Source)")));
    assertEquals("", Place.of(List.of("java.base/java.lang.Thread.run(Thread.java:1)")));
  }

  @Test
  void saysWhenThereIsNone() {
    assertTrue(new DeadlockReport(List.of()).toString().startsWith("No deadlock"));
    assertTrue(new ThreadList(List.of()).toString().endsWith("No threads but the kernel's own."));
  }
}
