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

/** Child processes that run the code of cells. */
@Timeout(180)
class ChildrenIT {

  private WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterEach
  void end() throws IOException {
    worker.close();
  }

  /** What travels, each case run in a child; the value of the last line is the child's result. */
  private String result(String expression, String members) throws IOException {
    long cell =
        worker.begin(
            "return String.valueOf(ChildProcess.start(" + expression + ").result());", members);
    RunOutcome outcome = worker.outcome(cell);
    RunOutcome.Completed done =
        assertInstanceOf(RunOutcome.Completed.class, outcome, outcome::toString);
    return done.value().orElseThrow().data().getOrDefault("text/plain", "no text");
  }

  private static final String MEMBERS =
      """
      public static int k = 10;
      public static List<Integer> table = new ArrayList<>(List.of(1, 2, 3));
      public static class Point {
        int x; int y;
        Point(int x, int y) { this.x = x; this.y = y; }
        int norm() { return x * x + y * y + k; }
        public String toString() { return x + "/" + y; }
      }
      public record Pair(int i, int j) {}
      public enum Colour { RED, GREEN }
      public static Function<Integer, Integer> f = x -> helper(x) + table.size();
      public static Map<String, List<Point>> points = new TreeMap<>(Map.of("a", List.of(new Point(1, 2))));
      public static int helper(int x) { return x * k + new Point(x, 1).norm(); }
      public static boolean even(int n) { return n == 0 || odd(n - 1); }
      public static boolean odd(int n) { return n != 0 && even(n - 1); }
      public sealed interface Term permits Num, Add {}
      public record Num(int v) implements Term {}
      public record Add(Term a, Term b) implements Term {}
      public static int value(Term t) {
        return switch (t) { case Num(int v) -> v; case Add(Term a, Term b) -> value(a) + value(b); };
      }
      public static class Counter { static int n = 5; static int bump() { return ++n; } }
      public static Supplier<Integer> later(int m, Point p) { return () -> m * p.norm(); }
      public static Function<Point, Integer> norm = Point::norm;
      public static class Hashed {
        final int n;
        Hashed(int n) { this.n = n; }
        public int hashCode() { return n * k; }
        public boolean equals(Object o) { return o instanceof Hashed h && h.n == n; }
      }
      public static Set<Hashed> hashes = new HashSet<>(Set.of(new Hashed(3)));
      """;

  @Test
  void anyLambdaTravelsWithWhatItNeeds() throws IOException {
    String[][] cases = {
      {"() -> helper(5) + table.size()", "89"},
      {"() -> f.apply(5)", "89"},
      {"() -> even(10)", "true"},
      {"() -> new Pair(1, k)", "Pair[i=1, j=10]"},
      {"() -> points.get(\"a\").get(0).norm()", "15"},
      {"() -> Colour.values()[1]", "GREEN"},
      {"() -> switch (Colour.RED) { case RED -> \"r\" + k; case GREEN -> \"g\"; }", "r10"},
      {"() -> value(new Add(new Num(1), new Add(new Num(2), new Num(3))))", "6"},
      {"() -> Counter.bump()", "6"},
      {"later(3, new Point(2, 2))::get", "54"},
      {"new Point(3, 4)::norm", "35"},
      {"() -> norm.apply(new Point(1, 1))", "12"},
      {
        "(Callable<Object>) () -> IntStream.range(0, 3).mapToObj(i -> new Pair(i,"
            + " helper(i))).toList()",
        "[Pair[i=0, j=11], Pair[i=1, j=22], Pair[i=2, j=35]]"
      },
      {"() -> new Callable<Integer>() { public Integer call() { return k; } }.call()", "10"},
      {"() -> { record Local(int a) {} return new Local(k).a(); }", "10"},
      {"() -> hashes.contains(new Hashed(3))", "true"},
      {"() -> Optional.of(new Point(k, 0)).map(Point::norm)", "Optional[110]"},
      {"() -> { k = 11; return k; }", "11"},
    };
    for (String[] each : cases) {
      assertEquals(each[1], result(each[0], MEMBERS), each[0]);
    }
  }

  @Test
  void outputGoesToTheCellThatHasStartedTheChild() throws IOException {
    long first =
        worker.begin(
            """
            var p = ChildProcess.start(() -> {
              System.out.println("one"); System.err.println("error"); System.out.print("two");
              Thread.sleep(300); System.out.println(); System.out.print("end");
            });
            new Thread(() -> {
              try { p.join(); } catch (InterruptedException e) { throw new RuntimeException(e); }
              System.out.println("gone");
            }).start();
            return null;
            """);
    worker.outcome(first);
    long second = worker.begin("System.out.println(\"other\"); return null;");
    worker.outcome(second);
    worker.awaitText(first, "gone");
    assertTrue(worker.text(first, StreamName.STDOUT).startsWith("one\ntwo\nend"));
    assertEquals("error\n", worker.text(first, StreamName.STDERR));
    assertEquals("other\n", worker.text(second, StreamName.STDOUT));
  }

  @Test
  void sparesStartWhenCodeNamesTheTypesAndAreNobodysChildren() throws IOException {
    assertEquals("0", worker.value("return ProcessHandle.current().children().count();"));
    assertEquals(
        "0",
        worker.value(
            """
            if (System.nanoTime() == 0) { ChildProcess.start(() -> 1); }
            while (ProcessHandle.current().children().count() == 0) { Thread.sleep(10); }
            return ChildProcess.active().size();
            """));
  }

  @Test
  void threadsOfTheKernelAreNotListed() throws IOException {
    assertEquals(
        "[main]",
        worker.value(
            """
            ChildProcess.start(() -> 1).result();
            try (var pool = new ProcessPool(1)) { pool.apply(() -> 1); }
            return dev.weft.thread.Threads.active().stream()
                .filter(each -> !(each instanceof ForkJoinWorkerThread))
                .map(Thread::getName).toList();
            """));
  }

  @Test
  void aStopEndsTheChildrenOfTheCell() throws IOException {
    long cell =
        worker.begin(
            """
            var p = ChildProcess.start(() -> { System.out.println("in"); while (true) {} });
            p.join();
            return null;
            """);
    worker.awaitText(cell, "in\n");
    worker.send(new Command.Stop(cell));
    assertEquals(new RunOutcome.Stopped(1), worker.outcome(cell));
    assertEquals(
        "true",
        worker.value(
            "for (var p : ChildProcess.active()) { p.join(); } return"
                + " ChildProcess.active().isEmpty();"));
  }

  @Test
  void anExceptionOfTheNotebookComesBack() throws IOException {
    long cell =
        worker.begin(
            "return ChildProcess.start(() -> { if (true) throw new Odd(7); return 1; }).result();",
            "public static class Odd extends Exception { final int n; Odd(int n) { super(\"odd \" +"
                + " n); this.n = n; } }");
    RunOutcome.Threw threw = assertInstanceOf(RunOutcome.Threw.class, worker.outcome(cell));
    assertEquals("odd 7", threw.thrown().cause().orElseThrow().message().orElseThrow());
  }

  @Test
  void aVariableThatCannotTravelIsNamed() throws IOException {
    long cell =
        worker.begin(
            "return ChildProcess.start(() -> pool.toString()).result();",
            "public static ExecutorService pool = Executors.newFixedThreadPool(1);");
    RunOutcome.Threw threw = assertInstanceOf(RunOutcome.Threw.class, worker.outcome(cell));
    String message = threw.thrown().message().orElseThrow();
    assertTrue(message.contains("variable pool"), message);
    assertTrue(message.contains("java.util.concurrent.ThreadPoolExecutor"), message);
  }
}
