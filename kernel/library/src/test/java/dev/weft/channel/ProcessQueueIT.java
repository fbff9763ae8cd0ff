package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
import dev.weft.process.NotTransferableException;
import dev.weft.process.ProcessPool;
import dev.weft.process.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues between processes. */
@Timeout(180)
class ProcessQueueIT {

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
  }

  @Test
  void elementsOfAllKindsArrive() throws Exception {
    List<Object> elements =
        List.of(
            "text",
            "\u20ac\ud83d\ude00",
            1,
            2L,
            3.5,
            4f,
            'c',
            true,
            List.of(1, List.of(2)),
            Map.of("a", 1),
            Optional.of("o"),
            new int[0].length,
            Duration.ofSeconds(1));
    try (ProcessQueue<Object> queue = new ProcessQueue<>();
        ProcessQueue<Object> back = new ProcessQueue<>()) {
      var echo =
          ChildProcess.start(
              () -> {
                for (int i = 0; i < elements.size(); i++) {
                  back.put(queue.take());
                }
              });
      queue.addAll(elements);
      List<Object> taken = new ArrayList<>();
      for (int i = 0; i < elements.size(); i++) {
        taken.add(back.take());
      }
      assertEquals(elements, taken);
      echo.join();
    }
  }

  @Test
  void manyProducersAndConsumersLoseNothing() throws Exception {
    int tasks = 4;
    int each = 3_000;
    try (ProcessQueue<Integer> queue = new ProcessQueue<>(50);
        ProcessQueue<Long> sums = new ProcessQueue<>();
        ProcessPool pool = new ProcessPool(4)) {
      var takers =
          pool.mapAsync(
              Range.range(2),
              i -> {
                long sum = 0;
                for (int n = queue.take(); n >= 0; n = queue.take()) {
                  sum += n;
                }
                sums.put(sum);
                return i;
              });
      var putters =
          pool.mapAsync(
              Range.range(2),
              i -> {
                for (int n = 0; n < each; n++) {
                  queue.put(n);
                }
                return i;
              });
      Thread own =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int n = 0; n < 2 * each; n++) {
                      putUninterrupted(queue, n % each);
                    }
                  });
      putters.get();
      own.join();
      queue.put(-1);
      queue.put(-1);
      takers.get();
      assertEquals((long) tasks * each * (each - 1) / 2, sums.take() + sums.take());
      assertEquals(0, queue.size());
    }
  }

  private static void putUninterrupted(ProcessQueue<Integer> queue, int element) {
    try {
      queue.put(element);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itIsBoundedByItsCapacity() throws Exception {
    try (ProcessQueue<Integer> queue = new ProcessQueue<>(2)) {
      assertEquals(2, queue.remainingCapacity());
      assertTrue(queue.offer(1) && queue.offer(2) && !queue.offer(3));
      assertFalse(queue.offer(3, 1, TimeUnit.MILLISECONDS));
      assertFalse(queue.offer(3, -1, TimeUnit.DAYS));
      assertThrows(IllegalStateException.class, () -> queue.add(3));
      assertEquals(0, queue.remainingCapacity());
      assertEquals(2, queue.size());
      var put = Background.act(() -> queue.put(3));
      var offered = Background.run(() -> queue.offer(4, 1, TimeUnit.HOURS));
      List<Integer> taken = new ArrayList<>(List.of(queue.take(), queue.take()));
      assertTrue(put.get() && offered.get());
      taken.add(queue.take());
      taken.add(queue.take());
      taken.sort(null);
      assertEquals(List.of(1, 2, 3, 4), taken);
      assertNull(queue.poll());
      assertNull(queue.poll(1, TimeUnit.MILLISECONDS));
      assertNull(queue.poll(-1, TimeUnit.DAYS));
    }
  }

  @Test
  void itIsBoundedByItsMemory() throws Exception {
    try (ProcessQueue<byte[]> queue = new ProcessQueue<>(Integer.MAX_VALUE, 1024)) {
      int count = 0;
      while (queue.offer(new byte[100])) {
        count++;
      }
      assertTrue(count > 5 && count < 10, count + " fit");
      for (int round = 0; round < 500; round++) {
        byte[] next = new byte[round % 200];
        Arrays.fill(next, (byte) round);
        while (!queue.offer(next)) {
          queue.take();
        }
      }
      byte[] last = new byte[0];
      for (byte[] each = queue.poll(); each != null; each = queue.poll()) {
        last = each;
      }
      assertEquals(499 % 200, last.length);
      assertEquals((byte) 499, last[0]);
    }
  }

  private static byte[] numbered(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + length);
    }
    return bytes;
  }

  @Test
  void aMessageMayBeLongerThanTheMemory() throws Exception {
    try (ProcessQueue<Object> queue = new ProcessQueue<>(10, 4096);
        ProcessQueue<Object> back = new ProcessQueue<>(10, 4096)) {
      var echo =
          ChildProcess.start(
              () -> {
                for (Object each = queue.take(); !each.equals("end"); each = queue.take()) {
                  back.put(each);
                }
              });
      for (int length : new int[] {0, 1, 1000, 1025, 4096, 5000, 3_000_000}) {
        queue.put(numbered(length));
        assertArrayEquals(numbered(length), (byte[]) back.take());
      }
      List<Integer> list = new ArrayList<>(Range.range(100_000));
      queue.put(list);
      assertEquals(list, back.take());
      queue.put("end");
      echo.join();
      queue.put(numbered(100_000));
      assertArrayEquals(numbered(100_000), (byte[]) queue.peek());
      assertEquals(1, queue.size());
      queue.clear();
    }
    assertEquals(List.of(), Leftovers.messages());
  }

  @Test
  void closeWakesAllInAllProcesses() throws Exception {
    ProcessQueue<Integer> empty = new ProcessQueue<>();
    ProcessQueue<Integer> full = new ProcessQueue<>(1);
    ProcessQueue<String> signs = new ProcessQueue<>();
    full.put(1);
    var there =
        List.of(
            ChildProcess.start(
                () -> {
                  signs.put("begun");
                  return assertThrows(QueueClosedException.class, empty::take).toString();
                }),
            ChildProcess.start(
                () -> {
                  signs.put("begun");
                  return assertThrows(QueueClosedException.class, () -> full.put(2)).toString();
                }));
    List<CompletableFuture<?>> here =
        List.of(
            Background.run(empty::take),
            Background.run(() -> empty.poll(1, TimeUnit.HOURS)),
            Background.act(() -> full.put(2)),
            Background.run(() -> full.offer(2, 1, TimeUnit.HOURS)));
    signs.take();
    signs.take();
    empty.close();
    full.close();
    full.close();
    for (var each : there) {
      assertTrue(each.result().contains("closed"), each.result());
    }
    for (CompletableFuture<?> each : here) {
      ExecutionException thrown = assertThrows(ExecutionException.class, each::get);
      assertInstanceOf(QueueClosedException.class, thrown.getCause());
    }
    signs.close();
  }

  @Test
  void whatIsInAClosedQueueCanBeTakenByAll() throws Exception {
    ProcessQueue<Integer> queue = new ProcessQueue<>();
    queue.addAll(List.of(1, 2, 3));
    queue.close();
    assertTrue(queue.isClosed());
    assertThrows(QueueClosedException.class, () -> queue.put(4));
    assertThrows(QueueClosedException.class, () -> queue.offer(4));
    assertEquals(1, queue.take());
    assertEquals(5, ChildProcess.start(() -> queue.take() + queue.take()).result());
    assertThrows(QueueClosedException.class, queue::take);
    assertNull(queue.poll());
    assertNull(queue.peek());
    assertEquals(0, queue.size());
    assertEquals("ProcessQueue (closed)", queue.toString());
    assertThrows(QueueClosedException.class, () -> queue.put(4));
    assertThrows(NotTransferableException.class, () -> ChildProcess.start(queue::size));
  }

  @Test
  void aHandleThatComesTooLateIsClosed() throws Exception {
    ProcessQueue<Object> first = new ProcessQueue<>();
    try (ProcessQueue<Object> second = new ProcessQueue<>()) {
      second.put(first);
      first.close();
      ProcessQueue<?> late = assertInstanceOf(ProcessQueue.class, second.take());
      assertThrows(QueueClosedException.class, late::take);
      assertTrue(late.isClosed());
      assertEquals(0, late.size());
    }
  }

  @Test
  void unfinishedTasksAreCounted() throws Exception {
    try (ProcessQueue<Integer> queue = new ProcessQueue<>()) {
      assertTrue(queue.join(Duration.ZERO));
      assertThrows(IllegalStateException.class, queue::taskDone);
      queue.addAll(List.of(1, 2, 3));
      assertThrows(IllegalStateException.class, queue::taskDone);
      assertEquals(3, queue.unfinished());
      var worker =
          ChildProcess.start(
              () -> {
                queue.take();
                queue.take();
                queue.taskDone();
              });
      worker.result();
      assertEquals(2, queue.unfinished());
      assertFalse(queue.join(Duration.ofMillis(1)));
      queue.take();
      queue.taskDone();
      var joining = Background.act(queue::join);
      worker.join();
      assertTrue(joining.get());
      assertEquals(1, queue.lost());
      assertEquals(0, queue.unfinished());
      assertThrows(IllegalStateException.class, queue::taskDone);
    }
  }

  @Test
  void aSnapshotIsIterated() {
    try (ProcessQueue<Integer> queue = new ProcessQueue<>()) {
      queue.addAll(List.of(1, 2, 3));
      Iterator<Integer> elements = queue.iterator();
      assertEquals(1, queue.peek());
      assertEquals(1, queue.poll());
      assertEquals(1, elements.next());
      assertThrows(UnsupportedOperationException.class, elements::remove);
      assertEquals(List.of(2, 3), new ArrayList<>(queue));
      assertTrue(queue.contains(3));
      assertThrows(UnsupportedOperationException.class, () -> queue.remove(3));
      List<Integer> drained = new ArrayList<>();
      assertEquals(0, queue.drainTo(drained, 0));
      assertEquals(1, queue.drainTo(drained, 1));
      assertEquals(1, queue.drainTo(drained));
      assertEquals(List.of(2, 3), drained);
      queue.addAll(List.of(4, 5));
      queue.clear();
      assertTrue(queue.isEmpty());
      assertTrue(queue.toString().endsWith("with 0 elements"), queue.toString());
    }
  }

  @Test
  @SuppressWarnings("NullAway") // null is the bad input
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ProcessQueue<>(0));
    assertThrows(IllegalArgumentException.class, () -> new ProcessQueue<>(1, 100));
    assertThrows(IllegalArgumentException.class, () -> new ProcessQueue<>(1, Long.MAX_VALUE));
    try (ProcessQueue<Object> queue = new ProcessQueue<>()) {
      assertThrows(NullPointerException.class, () -> queue.offer(null));
      assertThrows(IllegalArgumentException.class, () -> queue.drainTo(queue));
      NotTransferableException problem =
          assertThrows(NotTransferableException.class, () -> queue.put(new Thread()));
      assertTrue(String.valueOf(problem.getMessage()).contains("Thread"), problem::toString);
      assertEquals(0, queue.size());
    }
  }

  @Test
  void waitsCanBeInterrupted() throws Exception {
    try (ProcessQueue<Integer> empty = new ProcessQueue<>();
        ProcessQueue<Integer> full = new ProcessQueue<>(1)) {
      full.put(1);
      for (Callable<?> each :
          List.<Callable<?>>of(empty::take, () -> full.offer(2, 1, TimeUnit.HOURS))) {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        Thread thread =
            Thread.ofPlatform()
                .daemon()
                .start(
                    () -> {
                      try {
                        ended.complete(each.call());
                      } catch (Exception e) {
                        ended.complete(e);
                      }
                    });
        thread.interrupt();
        assertInstanceOf(InterruptedException.class, ended.get());
      }
      assertEquals(1, full.take());
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> full.put(2));
      assertEquals(0, full.size());
    }
  }

  @Test
  void virtualThreadsWaitWithoutHoldingTheOthersUp() throws Exception {
    try (ProcessQueue<Integer> queue = new ProcessQueue<>()) {
      List<CompletableFuture<Integer>> takers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        takers.add(Background.run(queue::take));
      }
      assertTrue(Background.run(() -> true).get());
      queue.addAll(Range.range(50));
      int sum = 0;
      for (CompletableFuture<Integer> each : takers) {
        sum += each.get();
      }
      assertEquals(1225, sum);
    }
  }
}
