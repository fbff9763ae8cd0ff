package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bare.Belongings;
import dev.weft.manager.ManagedCounter;
import dev.weft.manager.Manager;
import dev.weft.process.ProcessPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left after a thousand queues, pipes and managers. */
@Timeout(300)
class ChannelLeaksIT {

  private static final int CYCLES = 1_000;
  private static final int FEW = 10;

  private static void useQueue(int i) throws Exception {
    try (ProcessQueue<Object> queue = new ProcessQueue<>(10, 16 << 10)) {
      queue.put(i);
      queue.put(new byte[10_000]);
      queue.take();
      queue.take();
    }
  }

  private static void usePipe(int i) throws Exception {
    try (ProcessPipe<Integer> pipe = ProcessPipe.open()) {
      pipe.first().send(i);
      assertEquals(i, pipe.second().receive());
    }
  }

  private static void useManager(int i) {
    try (Manager manager = new Manager()) {
      manager.<Integer, Integer>newMap().merge(i, 1, Integer::sum);
      assertTrue(manager.<Integer>newList().add(i));
      assertTrue(manager.<Integer>newSet().add(i));
      assertTrue(manager.<Integer>newQueue().offer(i));
      assertEquals(i, manager.share(IntSupplier.class, () -> i).getAsInt());
      assertEquals(i, manager.newCounter(i).get());
    }
  }

  /** Something to do again and again. */
  private interface Use {
    void run(int i) throws Exception;
  }

  private static void repeat(Use use) throws Exception {
    for (int i = 0; i < 20; i++) {
      use.run(i);
    }
    Belongings before = Belongings.beforeUse();
    for (int i = 0; i < CYCLES; i++) {
      use.run(i);
    }
    before.awaitNoMore();
  }

  @Test
  void queuesLeaveNothing() throws Exception {
    repeat(ChannelLeaksIT::useQueue);
  }

  @Test
  void pipesLeaveNothing() throws Exception {
    repeat(ChannelLeaksIT::usePipe);
  }

  @Test
  void managersLeaveNothing() throws Exception {
    repeat(ChannelLeaksIT::useManager);
    try (var left =
        Files.newDirectoryStream(
            Path.of(System.getProperty("java.io.tmpdir")),
            "weft-manager-" + ProcessHandle.current().pid() + "-*")) {
      assertTrue(!left.iterator().hasNext());
    }
  }

  @Test
  void aWorkerKeepsNothingOfWhatHasPassedThroughIt() throws Exception {
    try (ProcessPool pool = new ProcessPool(1)) {
      for (int i = 0; i < 100; i++) {
        passThrough(pool, i);
      }
      while (pool.apply(ChannelLeaksIT::collectedMappings) > FEW) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private static long collectedMappings() {
    System.gc();
    return Belongings.now().mappings();
  }

  private static void passThrough(ProcessPool pool, int i) throws Exception {
    try (ProcessQueue<Integer> queue = new ProcessQueue<>(5);
        ProcessPipe<Integer> pipe = ProcessPipe.open();
        Manager manager = new Manager()) {
      PipeEnd<Integer> there = pipe.second();
      ManagedCounter counter = manager.newCounter();
      var task =
          pool.submit(
              () -> {
                int element = queue.take() + there.receive();
                there.send(element);
                there.close();
                return counter.addAndGet(element);
              });
      queue.put(i);
      pipe.first().send(i);
      assertEquals(2 * i, pipe.first().receive());
      assertEquals(2L * i, task.get());
    }
  }
}
