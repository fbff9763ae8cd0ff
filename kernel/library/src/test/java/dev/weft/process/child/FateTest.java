package dev.weft.process.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a child, with a process that ends only when it is killed. */
@Timeout(120)
class FateTest {

  private final List<ChildEnd> told = new ArrayList<>();
  private final AtomicInteger released = new AtomicInteger();
  private Process process;
  private ChildStreams streams;

  @BeforeEach
  void start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    process = new ProcessBuilder(java, "-cp", classes, Stubborn.class.getName()).start();
    streams = new ChildStreams(process, new Owners(), "stubborn");
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  /** Prints nothing and does not end. */
  static final class Stubborn {
    private Stubborn() {}

    public static void main(String[] arguments) throws Exception {
      System.out.close();
      System.err.close();
      Thread.sleep(600_000);
    }
  }

  private Fate fate(boolean mayLinger) {
    Permits permits =
        new Permits() {
          @Override
          public boolean acquire() {
            return true;
          }

          @Override
          public void release(int count) {
            released.addAndGet(count);
          }
        };
    Fate fate = new Fate(process, streams, new Leave(permits), mayLinger, new RecordSeat());
    fate.assign(
        new ChildListener() {
          @Override
          public void answered(long task, Answer answer) {}

          @Override
          public void ended(ChildEnd end) {
            told.add(end);
          }
        });
    return fate;
  }

  private int status() throws InterruptedException {
    return Objects.requireNonNull(process).waitFor();
  }

  @Test
  void aChildThatSaysThatItIsDoneAndStaysIsKilled() throws InterruptedException {
    Fate fate = fate(false);
    fate.saidDone(1);
    assertEquals(List.of(new ChildEnd(1, List.of())), told);
    assertTrue(fate.isOver());
    assertTrue(status() != 0);
    fate.awaitProcess();
    assertEquals(1, told.size());
    assertEquals(1, released.get());
  }

  @Test
  void aChildWithThingsToDoAtItsEndCountsWhenItsProcessHasEnded() {
    Fate fate = fate(true);
    fate.saidDone(0);
    assertFalse(fate.isOver());
    assertEquals(List.of(), told);
    process.destroyForcibly();
    fate.awaitProcess();
    assertEquals(1, told.size());
    assertTrue(fate.isOver());
  }

  @Test
  void aDeathWithoutGoodbyeIsToldWhenTheProcessHasEnded() {
    Fate fate = fate(false);
    fate.signalled(ChildSignals.KILL);
    process.destroyForcibly();
    fate.awaitProcess();
    assertEquals(List.of(new ChildEnd(-9, List.of())), told);
  }
}
