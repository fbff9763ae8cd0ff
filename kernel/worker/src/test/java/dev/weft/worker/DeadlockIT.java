package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.StreamName;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cell that hangs tells of itself. */
class DeadlockIT {

  private WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterEach
  void end() throws IOException {
    worker.close();
  }

  private static final String LOCKS =
      """
      public static ReentrantLock lock1 = new ReentrantLock(), lock2 = new ReentrantLock();
      static CyclicBarrier both = new CyclicBarrier(2);
      static void take(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try { both.await(); } catch (Exception e) { throw new IllegalStateException(e); }
        second.lock();
      }
      """;

  private Event.Displayed drawing() {
    return worker.await(Event.Displayed.class);
  }

  private void stops(long cell) throws IOException {
    worker.send(new Command.Stop(cell));
    assertEquals(new RunOutcome.Stopped(1), worker.outcome(cell));
    assertEquals("7", worker.value("return 7;"), "the worker lives on");
  }

  @Test
  void locksOfPlatformThreadsAreDrawnUnderTheCellThatHangs() throws IOException {
    long cell =
        worker.begin(
            """
            var anna = Thread.ofPlatform().name("anna").start(() -> take(lock1, lock2));
            var bert = Thread.ofPlatform().name("bert").start(() -> take(lock2, lock1));
            anna.join();
            return null;
            """,
            LOCKS);
    Event.Displayed shown = drawing();
    assertEquals(cell, shown.cell());
    String text = shown.data().data().getOrDefault("text/plain", "");
    assertTrue(text.contains("anna waits for lock2, which bert has; in take"), text);
    assertTrue(text.contains("bert waits for lock1, which anna has"), text);
    assertTrue(shown.data().data().getOrDefault("image/svg+xml", "").startsWith("<svg"));
    String printed = worker.text(cell, StreamName.STDERR);
    assertTrue(printed.startsWith("Deadlock: "), printed);
    assertTrue(printed.contains("Stop the cell to go on; its variables are kept."), printed);
    stops(cell);
    String threads = worker.value("return dev.weft.deadlock.Deadlocks.threads();");
    assertTrue(threads.matches("(?s).*anna +platform +waiting +lock2 +bert.*"), threads);
    assertTrue(!threads.contains("link-reader") && !threads.contains("deadlock-watch"), threads);
  }

  @Test
  void monitorsOfVirtualThreadsAreDrawnToo() throws IOException {
    long cell =
        worker.begin(
            """
            Object left = new Object(), right = new Object();
            var met = new CyclicBarrier(2);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 2; i++) {
              Object first = i == 0 ? left : right, second = i == 0 ? right : left;
              threads.add(Thread.ofVirtual().name("v" + i).start(() -> {
                synchronized (first) {
                  try { met.await(); } catch (Exception e) { }
                  synchronized (second) { }
                }
              }));
            }
            threads.get(0).join();
            return null;
            """);
    String text = drawing().data().data().getOrDefault("text/plain", "");
    assertTrue(text.contains("v0 waits for Object ") && text.contains("v1 waits for Obj"), text);
    stops(cell);
  }

  @Test
  void namedLocksOfVirtualThreadsAreDrawnToo() throws IOException {
    long cell =
        worker.begin(
            """
            var anna = Thread.ofVirtual().name("anna").start(() -> take(lock1, lock2));
            var bert = Thread.ofVirtual().name("bert").start(() -> take(lock2, lock1));
            anna.join();
            return null;
            """,
            LOCKS);
    String text = drawing().data().data().getOrDefault("text/plain", "");
    assertTrue(text.contains("anna waits for lock2, which bert has"), text);
    stops(cell);
  }

  @Test
  void aCellThatOnlyWaitsTellsNothing() throws IOException {
    long cell =
        worker.begin(
            """
            var held = new ReentrantLock();
            held.lock();
            Thread.ofPlatform().daemon().start(held::lock);
            Thread.ofVirtual().start(held::lock);
            Thread.sleep(3_000);
            return null;
            """);
    assertEquals(RunOutcome.Completed.class, worker.outcome(cell).getClass());
    assertEquals("", worker.text(cell, StreamName.STDERR));
    assertTrue(worker.seen().stream().noneMatch(e -> e instanceof Event.Displayed));
  }
}
