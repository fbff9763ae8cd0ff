package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.weft.link.Command;
import dev.weft.link.RunOutcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells' own code, without a call of the library in it, under what watches its steps. */
class StepsIT {

  private static WorkerClient worker;

  @BeforeAll
  static void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterAll
  static void end() throws IOException {
    worker.close();
  }

  @Test
  void loopsAndCallsLetTheLockGo() throws IOException {
    String body =
        """
        var gil = new dev.weft.gil.SimulatedGil(java.time.Duration.ofNanos(200_000));
        var run = gil.run(2, i -> {
          if (i == 0) { while (turns < 1) { } } else { turns++; }
        });
        return run.lanes().size() + " " + turns;
        """;
    assertEquals("2 1", value(body, "static volatile int turns;"));
  }

  @Test
  void plainUpdatesAreLostUnderTheLock() throws IOException {
    String body =
        """
        var gil = new dev.weft.gil.SimulatedGil(java.time.Duration.ofNanos(20_000));
        for (int round = 0; round < 200 && n == 200_000 * round; round++) {
          gil.run(4, i -> { for (int k = 0; k < 50_000; k++) n++; });
        }
        return n;
        """;
    assertNotEquals(0, Integer.parseInt(value(body, "static int n;")) % 200_000);
  }

  @Test
  void aStopEndsThreadsUnderTheLock() throws IOException {
    long cell =
        worker.begin(
            "System.out.println(\"begun\");"
                + " new dev.weft.gil.SimulatedGil().run(3, i -> { while (true) { } });"
                + " return null;");
    worker.awaitText(cell, "begun\n");
    worker.send(new Command.Stop(cell));
    assertEquals(new RunOutcome.Stopped(1), worker.outcome(cell));
    assertEquals("7", worker.value("return 7;"));
  }

  private static String value(String body, String members) throws IOException {
    long cell = worker.begin(body, members);
    RunOutcome outcome = worker.outcome(cell);
    return outcome instanceof RunOutcome.Completed(var value)
        ? value.orElseThrow().data().getOrDefault("text/plain", "")
        : outcome.toString();
  }
}
