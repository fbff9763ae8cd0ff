package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues between threads. */
@Timeout(120)
class TaskQueueTest {

  @Test
  void joinWaitsForTheWorkAndNotForTheTaking() throws Exception {
    TaskQueue<Integer> queue = new TaskQueue<>(3);
    AtomicInteger sum = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      var unused =
          Background.run(
              () -> {
                while (true) {
                  sum.addAndGet(queue.take());
                  queue.taskDone();
                }
              });
    }
    for (int i = 0; i < 1000; i++) {
      queue.put(i);
    }
    queue.join();
    assertEquals(499_500, sum.get());
    assertEquals(0, queue.unfinished());
    queue.close();
  }

  @Test
  void aTaskIsUnfinishedUntilItIsSaid() throws Exception {
    TaskQueue<String> queue = new TaskQueue<>();
    assertTrue(queue.join(Duration.ZERO));
    queue.put("a");
    assertEquals("a", queue.take());
    assertEquals(1, queue.unfinished());
    assertFalse(queue.join(Duration.ofMillis(1)));
    assertFalse(queue.join(Duration.ofMillis(-1)));
    queue.taskDone();
    assertTrue(queue.join(Duration.ofSeconds(Long.MAX_VALUE)));
    assertThrows(IllegalStateException.class, queue::taskDone);
    queue.put("b");
    assertThrows(IllegalStateException.class, queue::taskDone);
    assertEquals(1, queue.unfinished());
  }

  @Test
  void closeWakesAll() {
    TaskQueue<Integer> empty = new TaskQueue<>();
    TaskQueue<Integer> full = new TaskQueue<>(1);
    full.add(1);
    List<CompletableFuture<?>> waiting =
        List.of(
            Background.run(empty::take),
            Background.run(() -> empty.poll(1, TimeUnit.HOURS)),
            Background.run(
                () -> {
                  full.put(2);
                  return 0;
                }),
            Background.run(() -> full.offer(2, 1, TimeUnit.HOURS)));
    empty.close();
    full.close();
    for (CompletableFuture<?> each : waiting) {
      Throwable thrown = assertThrows(ExecutionException.class, each::get).getCause();
      assertEquals(QueueClosedException.class, thrown == null ? null : thrown.getClass());
    }
  }

  @Test
  void whatIsInAClosedQueueCanBeTaken() throws Exception {
    TaskQueue<Integer> queue = new TaskQueue<>();
    queue.put(1);
    queue.put(2);
    queue.close();
    queue.close();
    assertTrue(queue.isClosed());
    assertThrows(QueueClosedException.class, () -> queue.put(3));
    assertThrows(QueueClosedException.class, () -> queue.offer(3));
    assertThrows(QueueClosedException.class, () -> queue.add(3));
    assertEquals(1, queue.take());
    assertEquals(2, queue.poll(1, TimeUnit.HOURS));
    assertThrows(QueueClosedException.class, queue::take);
    assertNull(queue.poll());
    assertNull(queue.peek());
  }

  @Test
  void closeNowGivesBackWhatIsLeft() throws Exception {
    TaskQueue<Integer> queue = new TaskQueue<>();
    queue.addAll(List.of(1, 2, 3));
    assertEquals(1, queue.take());
    CompletableFuture<Integer> joining =
        Background.run(
            () -> {
              queue.join();
              return 0;
            });
    assertEquals(List.of(2, 3), queue.closeNow());
    assertEquals(1, queue.unfinished());
    queue.taskDone();
    assertEquals(0, joining.get());
  }

  @Test
  void lifoTakesTheLastFirst() {
    TaskQueue<Integer> queue = TaskQueue.lifo(10);
    queue.addAll(List.of(1, 2, 3));
    assertEquals(3, queue.peek());
    assertEquals(List.of(3, 2, 1), new ArrayList<>(queue));
    assertEquals(3, queue.poll());
  }

  /** Something with a priority that is no Comparable. */
  private record Job(String name, int priority) {}

  @Test
  void thoseOfThePrioritiesKeepTheirOrder() {
    TaskQueue<Job> queue = TaskQueue.priority(100, Comparator.comparing(Job::priority));
    for (int i = 0; i < 90; i++) {
      queue.add(new Job("job " + i, i % 3));
    }
    List<Job> expected = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      expected.add(new Job("job " + (i / 30 + 3 * (i % 30)), i / 30));
    }
    assertEquals(expected, new ArrayList<>(queue));
    List<Job> taken = new ArrayList<>();
    queue.drainTo(taken);
    assertEquals(expected, taken);
  }

  @Test
  void aPriorityQueueIsBounded() throws Exception {
    TaskQueue<Integer> queue = TaskQueue.priority(2);
    assertTrue(queue.offer(5) && queue.offer(3) && !queue.offer(1));
    assertFalse(queue.offer(1, 1, TimeUnit.MILLISECONDS));
    assertEquals(0, queue.remainingCapacity());
    assertEquals(3, queue.take());
    assertTrue(queue.remove(5));
    assertFalse(queue.remove(5));
    assertEquals(1, queue.unfinished());
  }

  @Test
  void whatCannotBeComparedIsRefusedAtOnce() {
    TaskQueue<Object> queue = TaskQueue.priority(10);
    ClassCastException problem =
        assertThrows(ClassCastException.class, () -> queue.put(new Job("a", 1)));
    assertTrue(String.valueOf(problem.getMessage()).contains("Job"), problem::toString);
    queue.add("text");
    assertThrows(ClassCastException.class, () -> queue.put(1));
    assertEquals(1, queue.size());
    assertEquals(1, queue.unfinished());
    assertEquals("text", queue.poll());
  }

  @Test
  @SuppressWarnings("NullAway") // null is the bad input
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TaskQueue<>(0));
    assertThrows(IllegalArgumentException.class, () -> TaskQueue.lifo(-1));
    TaskQueue<Integer> queue = new TaskQueue<>();
    assertThrows(NullPointerException.class, () -> queue.offer(null));
    assertThrows(IllegalArgumentException.class, () -> queue.drainTo(queue));
  }

  @Test
  void aWaitCanBeInterrupted() throws Exception {
    TaskQueue<Integer> queue = new TaskQueue<>();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread taker =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  begun.countDown();
                  try {
                    queue.take();
                  } catch (InterruptedException e) {
                    interrupted.complete(true);
                  }
                });
    begun.await();
    taker.interrupt();
    assertTrue(interrupted.get());
    queue.clear();
    assertEquals(0, queue.drainTo(new ArrayList<>(), 5));
  }
}
