package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.deadlock.Deadlock;
import dev.weft.deadlock.Deadlocks;
import dev.weft.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ring of a lock between processes and a monitor, which the JVM does not know for one. */
@Timeout(120)
class LockDeadlockIT {

  private final Object monitor = new Object();
  private final CyclicBarrier met = new CyclicBarrier(2);

  @Test
  void isSeenThroughLocksThatTheJvmKnowsNothingOf() throws Exception {
    ProcessLock lock = new ProcessLock();
    Thread first = start("ring-1", () -> lockThenEnter(lock));
    Thread second = start("ring-2", () -> enterThenLock(lock));
    List<Deadlock> found = List.of();
    while (found.isEmpty()) {
      Thread.sleep(Duration.ofMillis(50));
      found = rings();
    }
    String text = found.getFirst().toString();
    assertTrue(text.contains("ring-2 waits for " + lock.name() + ", which ring-1 has"), text);
    assertTrue(text.contains("ring-1 waits for Object 1, which ring-2 has"), text);
    lock.close();
    first.join();
    second.join();
    assertEquals(List.of(), rings());
  }

  @Test
  void isSeenThroughAnotherProcess() throws Exception {
    ProcessLock ours = new ProcessLock("ours");
    ProcessLock theirs = new ProcessLock("theirs");
    ProcessEvent held = new ProcessEvent();
    ours.lock();
    ChildProcess<Integer> child =
        ChildProcess.start(
            () -> {
              theirs.lock();
              held.set();
              ours.lock();
              return 1;
            });
    held.await();
    Thread first = Thread.currentThread();
    CompletableFuture<Deadlock> found = new CompletableFuture<>();
    Thread watch =
        start(
            "watch",
            () -> {
              while (!found.isDone()) {
                ringsWith(first).forEach(found::complete);
              }
              child.kill();
            });
    theirs.lock();
    watch.join();
    assertTrue(theirs.ownerDied());
    String text = found.join().toString();
    String name = first.getName();
    String kid = "main of process " + child.pid();
    assertTrue(text.contains(name + " waits for theirs, which " + kid + " has"), text);
    assertTrue(text.contains(kid + " waits for ours, which " + name + " has"), text);
    assertTrue(found.join().toDisplayData().data().containsKey("image/svg+xml"));
    assertEquals(List.of(), ringsWith(first));
    theirs.close();
    ours.close();
  }

  private static List<Deadlock> ringsWith(Thread thread) {
    return Deadlocks.find().stream()
        .filter(each -> each.threads().stream().anyMatch(p -> p.thread() == thread.threadId()))
        .toList();
  }

  private static List<Deadlock> rings() {
    return Deadlocks.find().stream()
        .filter(each -> each.threads().getFirst().name().startsWith("ring-"))
        .toList();
  }

  private static Thread start(String name, Runnable body) {
    return Thread.ofPlatform().daemon().name(name).start(body);
  }

  private void meet() {
    try {
      met.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void lockThenEnter(ProcessLock lock) {
    lock.lock();
    meet();
    synchronized (monitor) {
      monitor.notifyAll();
    }
  }

  /** Closing the lock ends the wait. */
  private void enterThenLock(ProcessLock lock) {
    synchronized (monitor) {
      meet();
      try {
        lock.lock();
      } catch (IllegalStateException e) {
        monitor.notifyAll();
      }
    }
  }
}
