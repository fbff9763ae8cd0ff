package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Children are killed at random moments while they use queues and pipes. {@code -Dweft.kills=N}
 * says how many in each test, {@code -Dweft.seed=N} repeats a run.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
class ChannelKillsIT {

  private static final int KILLS = Integer.getInteger("weft.kills", 10);

  private final long seed = Long.getLong("weft.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @BeforeEach
  void tellSeed() {
    System.out.println("ChannelKillsIT: -Dweft.seed=" + seed);
  }

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
  }

  /** Random bytes behind their own checksum. */
  private static byte[] checked(Random random) {
    byte[] content = new byte[random.nextInt(random.nextInt(20) == 0 ? 20_000 : 400)];
    random.nextBytes(content);
    return ByteBuffer.allocate(8 + content.length).putLong(checksum(content)).put(content).array();
  }

  private static long checksum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return sum.getValue();
  }

  private static void check(byte[] message) {
    ByteBuffer buffer = ByteBuffer.wrap(message);
    long sum = buffer.getLong();
    byte[] content = new byte[buffer.remaining()];
    buffer.get(content);
    assertEquals(sum, checksum(content));
  }

  private void kill(ChildProcess<?> child) throws InterruptedException {
    TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));
    child.kill();
    child.join();
  }

  @Test
  void aKilledProducerLeavesNoHalfMessage() throws Exception {
    try (ProcessQueue<byte[]> queue = new ProcessQueue<>(500, 1 << 14)) {
      for (int i = 0; i < KILLS; i++) {
        long own = random.nextLong();
        ChildProcess<Void> child =
            ChildProcess.start(
                () -> {
                  Random content = new Random(own);
                  while (true) {
                    queue.put(checked(content));
                  }
                });
        for (int left = 1 + random.nextInt(500); left > 0; left--) {
          check(queue.take());
        }
        kill(child);
      }
      for (byte[] each = queue.poll(); each != null; each = queue.poll()) {
        check(each);
      }
      assertEquals(0, queue.size());
      queue.put(new byte[1]);
      assertEquals(1, queue.take().length);
    }
    assertTrue(Leftovers.messages().isEmpty(), () -> "left by seed " + seed);
  }

  @Test
  void aKilledConsumerLosesOneElementAtMost() throws Exception {
    try (ProcessQueue<Integer> queue = new ProcessQueue<>(200);
        ProcessQueue<Integer> done = new ProcessQueue<>(100)) {
      BitSet seen = new BitSet();
      int next = 0;
      for (int i = 0; i < KILLS; i++) {
        ChildProcess<Void> child =
            ChildProcess.start(
                () -> {
                  while (true) {
                    int element = queue.take();
                    done.put(element);
                    queue.taskDone();
                  }
                });
        int until = seen.cardinality() + 1 + random.nextInt(300);
        while (seen.cardinality() < until) {
          next += queue.offer(next) ? 1 : 0;
          mark(seen, done.poll(1, TimeUnit.MILLISECONDS));
        }
        kill(child);
      }
      for (Integer each = queue.poll(); each != null; each = queue.poll()) {
        mark(seen, each);
        queue.taskDone();
      }
      for (Integer each = done.poll(); each != null; each = done.poll()) {
        mark(seen, each);
      }
      queue.join();
      assertEquals(0, queue.unfinished());
      assertTrue(next - seen.cardinality() <= KILLS, next + " put, seen " + seen.cardinality());
      assertTrue(queue.lost() <= 2 * KILLS, queue.lost() + " are lost");
    }
  }

  private static void mark(BitSet seen, @org.jspecify.annotations.Nullable Integer element) {
    if (element != null) {
      assertTrue(!seen.get(element), "taken twice: " + element);
      seen.set(element);
    }
  }

  @Test
  void theOtherEndOfAPipeLearnsOfAKill() throws Exception {
    int files = Leftovers.files();
    for (int i = 0; i < KILLS; i++) {
      ProcessPipe<byte[]> pipe = ProcessPipe.open();
      PipeEnd<byte[]> there = pipe.second();
      long own = random.nextLong();
      ChildProcess<Void> child =
          ChildProcess.start(
              () -> {
                Random content = new Random(own);
                while (true) {
                  there.send(checked(content));
                }
              });
      PipeEnd<byte[]> here = pipe.first();
      for (int left = 1 + random.nextInt(300); left > 0; left--) {
        check(here.receive());
      }
      kill(child);
      assertThrows(
          EOFException.class,
          () -> {
            while (true) {
              check(here.receive());
            }
          });
      pipe.close();
    }
    assertTrue(Leftovers.files() <= files, () -> "left by seed " + seed);
  }
}
