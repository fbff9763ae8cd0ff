package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.Command;
import dev.weft.link.RunOutcome;
import dev.weft.link.StreamName;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pools that run the code of cells. */
@Timeout(180)
class PoolsIT {

  private static final String MEMBERS =
      """
      public static int k = 10;
      public static int times(int x) { return x * k; }
      public record Pair(int i, int j) {}
      public static Pool pool;
      public static Object held;
      """;

  private WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterEach
  void end() throws IOException {
    worker.close();
  }

  private String value(String body) throws IOException {
    RunOutcome outcome = worker.outcome(worker.begin(body, MEMBERS));
    RunOutcome.Completed done =
        assertInstanceOf(RunOutcome.Completed.class, outcome, outcome::toString);
    return done.value().orElseThrow().data().getOrDefault("text/plain", "no text");
  }

  @Test
  void processesDoWhatThreadsDoWhenOnlyTheConstructorChanges() throws IOException {
    for (String pool : new String[] {"new ThreadPool(2)", "new ProcessPool(2)"}) {
      String body =
          """
          try (var pool = %s) {
            var pairs = pool.map(Range.range(3), i -> new Pair(i, times(i)));
            var lazily = new ArrayList<Integer>();
            for (int each : pool.mapLazily(List.of(1, 2), i -> times(i))) { lazily.add(each); }
            int sum = pool.starmap(List.of(Map.entry(1, 2)), (a, b) -> a + b * k).get(0);
            Callable<String> plain = () -> "plain " + k;
            Future<String> submitted = ((ExecutorService) pool).submit(plain);
            return pairs + " " + lazily + " " + sum + " " + submitted.get();
          }
          """
              .formatted(pool);
      assertEquals(
          "[Pair[i=0, j=0], Pair[i=1, j=10], Pair[i=2, j=20]] [10, 20] 21 plain 10", value(body));
    }
  }

  @Test
  void whatTasksPrintGoesToTheCellThatSubmittedThem() throws IOException {
    for (String kind : new String[] {"ThreadPool", "ProcessPool"}) {
      long first =
          worker.begin(
              """
              System.getProperties().put("pool", new %s(1));
              ((Pool) System.getProperties().get("pool")).submit(() -> System.out.println("one")).get();
              return null;
              """
                  .formatted(kind));
      worker.outcome(first);
      long second =
          worker.begin(
              """
              var pool = (Pool) System.getProperties().get("pool");
              pool.submit(() -> System.out.println("two")).get();
              pool.close();
              return null;
              """);
      worker.outcome(second);
      worker.awaitText(first, "one\n");
      worker.awaitText(second, "two\n");
      assertEquals("one\n", worker.text(first, StreamName.STDOUT));
      assertEquals("two\n", worker.text(second, StreamName.STDOUT));
    }
  }

  @Test
  void aStopEndsTheTasksOfTheCellAndLeavesThePoolUsable() throws IOException {
    long cell =
        worker.begin(
            """
            var pool = new ProcessPool(1);
            System.getProperties().put("pool", pool);
            pool.forEach(Range.range(10), i -> { System.out.println("in"); while (true) {} });
            return null;
            """);
    worker.awaitText(cell, "in\n");
    worker.send(new Command.Stop(cell));
    assertInstanceOf(RunOutcome.Stopped.class, worker.outcome(cell));
    assertEquals(
        "7",
        value(
            "try (var pool = (Pool) System.getProperties().get(\"pool\")) { return pool.apply(() ->"
                + " 7); }"));
  }

  @Test
  void variablesThatAnInitializerSetsAreTheWorkersOwn() throws IOException {
    String body =
        """
        k = 1;
        held = new Thread();
        var options =
            PoolOptions.of(1).withInitializer(() -> { k = 5; held = new Thread(() -> {}, "own"); });
        try (var p = new ProcessPool(options)) {
          k = 100;
          int one = p.apply(() -> k);
          var mapped = p.map(Range.range(2), i -> times(2));
          String name = p.apply(() -> ((Thread) held).getName());
          return one + " " + mapped + " " + name + " " + p.apply(() -> ++k) + p.apply(() -> ++k)
              + " " + k;
        }
        """;
    assertEquals("5 [10, 10] own 67 100", value(body));
  }

  @Test
  void aVariableThatAnInitializerMaySetButDoesNotIsAsItWasWhenThePoolBegan() throws IOException {
    String body =
        """
        k = 7;
        var options = PoolOptions.of(1).withInitializer(() -> { if (times(0) > 0) { k = 5; } });
        try (var p = new ProcessPool(options)) {
          k = 100;
          return p.apply(() -> k);
        }
        """;
    assertEquals("7", value(body));
  }

  @Test
  void anItemThatCannotTravelIsNamed() throws IOException {
    long cell =
        worker.begin(
            "try (var p = new ProcessPool(1)) { return p.map(List.of(new java.net.Socket()), s ->"
                + " s.isBound()); }",
            MEMBERS);
    RunOutcome.Threw threw = assertInstanceOf(RunOutcome.Threw.class, worker.outcome(cell));
    String message = threw.thrown().message().orElseThrow();
    assertTrue(message.contains("java.net.Socket"), message);
  }
}
