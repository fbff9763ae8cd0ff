package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bare.BareJvms;
import java.io.EOFException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed at random moments while they use queues and pipes. {@code -Dweft.kills=N}
 * says how many in all three tests, {@code -Dweft.seed=N} repeats a run.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelKillsIT {

  private static final int KILLS = Integer.getInteger("weft.kills", 99) / 3;

  /** So many start while one is at work. */
  private static final int NEXT = 2;

  private final long seed = Long.getLong("weft.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Queue<Process> victims = new ArrayDeque<>();

  private @Nullable Path folder;
  private @Nullable BareJvms jvms;
  private int works;

  @BeforeAll
  void prepare(@TempDir Path fresh) throws Exception {
    folder = fresh;
    try (ProcessQueue<byte[]> queue = new ProcessQueue<>()) {
      ChannelVictim.Work work = new ChannelVictim.Producing(queue);
      Path file = fresh.resolve("training");
      jvms =
          new BareJvms(fresh, ChannelVictim.class, ChannelVictim.arguments(file, work, seed, 20));
    }
  }

  @BeforeEach
  void tellSeed() {
    System.out.println("ChannelKillsIT: -Dweft.seed=" + seed);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process each : victims) {
      each.destroyForcibly().waitFor();
    }
    victims.clear();
  }

  private Process start(ChannelVictim.Work work) throws Exception {
    Path file = Objects.requireNonNull(folder).resolve("work" + works++);
    String[] arguments = ChannelVictim.arguments(file, work, random.nextLong(), Long.MAX_VALUE);
    return Objects.requireNonNull(jvms).start(arguments);
  }

  /** Returns one that does the work, while the next ones start. */
  private Process next(ChannelVictim.Work work) throws Exception {
    while (victims.size() <= NEXT) {
      victims.add(start(work));
    }
    return victims.remove();
  }

  private void kill(Process victim) throws InterruptedException {
    TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));
    victim.destroyForcibly().waitFor();
  }

  private static void check(byte @Nullable [] message) {
    assertTrue(message != null && ChannelVictim.isWhole(message));
  }

  @Test
  void aKilledProducerLeavesNoHalfMessage() throws Exception {
    try (ProcessQueue<byte[]> queue = new ProcessQueue<>(500, 1 << 14)) {
      for (int i = 0; i < KILLS; i++) {
        Process victim = next(new ChannelVictim.Producing(queue));
        for (int left = 1 + random.nextInt(100); left > 0; left--) {
          check(queue.take());
        }
        kill(victim);
      }
      end();
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
        Process victim = next(new ChannelVictim.Consuming(queue, done));
        int until = seen.cardinality() + 1 + random.nextInt(100);
        while (seen.cardinality() < until) {
          next += queue.offer(next) ? 1 : 0;
          mark(seen, done.poll(1, TimeUnit.MILLISECONDS));
        }
        kill(victim);
      }
      end();
      for (Integer each = queue.poll(); each != null; each = queue.poll()) {
        mark(seen, each);
        queue.taskDone();
      }
      for (Integer each = done.poll(); each != null; each = done.poll()) {
        mark(seen, each);
      }
      queue.join();
      assertEquals(0, queue.unfinished());
      int most = KILLS + NEXT;
      assertTrue(next - seen.cardinality() <= most, next + " put, seen " + seen.cardinality());
      assertTrue(queue.lost() <= 2 * most, queue.lost() + " are lost");
    }
  }

  private static void mark(BitSet seen, @Nullable Integer element) {
    if (element != null) {
      assertFalse(seen.get(element), "taken twice: " + element);
      seen.set(element);
    }
  }

  @Test
  void theOtherEndOfAPipeLearnsOfAKill() throws Exception {
    int files = Leftovers.files();
    Queue<ProcessPipe<byte[]>> pipes = new ArrayDeque<>();
    for (int i = 0; i < KILLS; i++) {
      while (pipes.size() <= NEXT) {
        ProcessPipe<byte[]> fresh = ProcessPipe.open();
        pipes.add(fresh);
        victims.add(start(new ChannelVictim.Sending(fresh.second())));
      }
      killOneEnd(pipes.remove());
    }
    while (!pipes.isEmpty()) {
      killOneEnd(pipes.remove());
    }
    assertTrue(Leftovers.files() <= files, () -> "left by seed " + seed);
  }

  /** An end that its process has not had in its hands yet would be kept for it. */
  private void killOneEnd(ProcessPipe<byte[]> pipe) throws Exception {
    try (pipe) {
      readUntilItsEnd(pipe.first(), victims.remove());
    }
  }

  private void readUntilItsEnd(PipeEnd<byte[]> here, Process victim) throws Exception {
    for (int left = 1 + random.nextInt(100); left > 0; left--) {
      check(here.receive());
    }
    kill(victim);
    assertThrows(
        EOFException.class,
        () -> {
          while (true) {
            check(here.receive());
          }
        });
  }
}
