package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.testkit.Execution;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Child processes of a real notebook, whose code is spread over many cells. */
@Timeout(300)
class ChildProcessesIT {

  @TempDir static Path folder;
  private static RealKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private static String value(String... cells) {
    Execution last = null;
    for (String each : cells) {
      last = kernel.run(each);
      assertTrue(last.isOk(), each + "\n" + last.reply().content());
    }
    return last == null ? "" : last.result();
  }

  @Test
  void codeOfManyCellsTravels() {
    assertEquals(
        "[42, 13, 10]",
        value(
            "int factor = 2; List<Integer> table = new ArrayList<>(List.of(1, 2, 3));",
            "int twice(int n) { return n * factor; }",
            "record Pair(int a, int b) { int sum() { return a + b; } }",
            "class Sum { int of(Pair p) { return p.sum() + table.size(); } }",
            "var many = ChildProcess.start(() -> List.of(twice(21), new Sum().of(new Pair(4, 6)),"
                + " table.stream().mapToInt(i -> i).sum() + 4));",
            "many.result()"));
  }

  @Test
  void aRedefinedMethodIsTheNewOne() {
    assertEquals(
        "[1, 2, 3]",
        value(
            "int version() { return 1; }",
            "int viaOther() { return version(); }",
            "int first = ChildProcess.start(() -> viaOther()).result();",
            "int version() { return 2; }",
            "int second = ChildProcess.start(() -> viaOther()).result();",
            "int version() { int n = 1; return n + 2; }",
            "List.of(first, second, ChildProcess.start(() -> viaOther()).result())"));
  }

  @Test
  void aSnapshotIsTakenAtTheStart() {
    assertEquals(
        "[5, 6, 5]",
        value(
            "int seen = 5;",
            "var child = ChildProcess.start(() -> { int was = seen; seen = 100; return was; });",
            "seen = 6;",
            "int there = child.result();",
            "List.of(there, seen, there)"));
  }

  @Test
  void aSubclassInACellRunsInItsProcess() {
    Execution cell =
        kernel.run(
            """
            class Greeter extends ChildProcess<Void> {
              final String who;
              Greeter(String who) { this.who = who; }
              protected void run() { System.out.println("Hello " + who); }
            }
            var greeter = new Greeter("Ada"); greeter.start(); greeter.join();
            greeter.exitCode()
            """);
    assertEquals("Hello Ada\n", cell.stream("stdout"));
    assertEquals("OptionalInt[0]", cell.result());
  }

  @Test
  void aVariableThatCannotTravelIsNamed() {
    kernel.run("var worker = new Thread();");
    Execution cell = kernel.run("ChildProcess.start(() -> worker.getName())");
    assertFalse(cell.isOk());
    String message = cell.reply().content().get("evalue").getAsString();
    assertTrue(message.contains("variable worker"), message);
    assertTrue(message.contains("java.lang.Thread"), message);
  }

  @Test
  void anExceptionOfACellsClassIsTheCause() {
    Execution cell =
        kernel.run(
            """
            class Odd extends Exception { Odd(int n) { super("odd " + n); } }
            ChildProcess.start(() -> { if (true) throw new Odd(3); return 1; }).result()
            """);
    assertFalse(cell.isOk());
    String traceback = cell.reply().content().get("traceback").toString();
    assertTrue(traceback.contains("odd 3"), traceback);
  }

  @Test
  void aLambdaOfAnIntersectionTypeIsOfAllItsTypesThere() {
    assertEquals(
        "[true, false]",
        value(
            "interface Mark {} Object marked = (Runnable & Mark) () -> {}; Object plain ="
                + " (Runnable) () -> {};",
            "ChildProcess.start(() -> List.of(marked instanceof Mark, plain instanceof"
                + " Mark)).result()"));
  }

  @Test
  void aVariableThatAnInitializerSetsIsTheWorkersOwn() {
    assertEquals(
        "[0, 10, true]",
        value(
            "SharedInts array = null; var fresh = SharedArray.ofInts(2);",
            "var options = PoolOptions.of(2).withInitializer(() -> { array = fresh; });",
            "try (var pool = new ProcessPool(options)) { pool.forEach(range(2), n ->"
                + " array.set(n, 10 * n)); }",
            "List.of(fresh.get(0), fresh.get(1), array == null)"));
  }

  @Test
  void aTraceOfAChildHasNoFramesOfTheLibrary() {
    Execution cell =
        kernel.run(
            """
            int broken(int i) { return List.of(1).get(i); }
            var failing = ChildProcess.start(() -> broken(3));
            failing.join();
            Program.of("sh", "-c", "exit 3").check().run()
            """);
    assertFalse(cell.isOk());
    String traceback = cell.reply().content().get("traceback").toString();
    String errors = cell.stream("stderr");
    assertTrue(errors.contains("IndexOutOfBoundsException"), errors);
    assertFalse((errors + traceback).contains("at dev.weft."), errors + traceback);
    assertFalse(errors.contains("//"), errors);
  }

  @Test
  void aResultWhoseClassReadsAVariableLeavesTheVariableAlone() {
    assertEquals(
        "[2, 2]",
        value(
            "int counted = 1;",
            "record Reader(String name) { int count() { return counted; } }",
            "var go = java.io.File.createTempFile(\"weft\", null); go.delete();",
            "String path = go.getPath();",
            "var one = new ProcessPool(1);",
            "var read = one.submit(() -> {"
                + " while (!Files.exists(Path.of(path))) { Thread.sleep(5); }"
                + " return new Reader(\"n\" + counted); });",
            "counted = 2; go.createNewFile();",
            "var result = read.get(); go.delete(); one.close();",
            "List.of(result.count(), counted)"));
  }

  @Test
  void poolsUseTheCodeOfManyCells() {
    for (String pool : new String[] {"ThreadPool", "ProcessPool"}) {
      assertEquals(
          "[Squared[n=0, square=0], Squared[n=1, square=1], Squared[n=2, square=4]]",
          value(
              "record Squared(int n, int square) {}",
              "int square(int n) { return n * n; }",
              "try (var pool = new %s(2)) { %s }"
                  .formatted(pool, "System.out.println(pool.size());"),
              "var squares = new %s(2); var mapped = squares.map(range(3), i -> new Squared(i, square(i)));"
                  .formatted(pool),
              "squares.close(); mapped.toString()"));
    }
  }

  @Test
  void aTimelineOfUnmodifiedCodeIsDrawn() {
    Execution cell =
        kernel.run(
            """
            %%timeline Two naps
            var nap = Thread.ofPlatform().name("napping").start(() -> {
              try { Thread.sleep(30); } catch (InterruptedException e) { throw new RuntimeException(e); }
            });
            nap.join();
            """);
    assertTrue(cell.isOk(), () -> cell.reply().content().toString());
    var data = cell.ofType("execute_result").getFirst().content().getAsJsonObject("data");
    assertTrue(data.get("image/svg+xml").getAsString().contains("napping"));
    assertTrue(data.get("text/plain").getAsString().contains("sleeping"));
  }

  @Test
  void aTimelineOfABodyThatThrowsIsShownWithItsChild() {
    Execution cell =
        kernel.run(
            """
            %%timeline Broken
            var kid = ChildProcess.start(() -> 3);
            kid.join();
            throw new IllegalStateException("on purpose");
            """);
    assertFalse(cell.isOk());
    var data = cell.ofType("display_data").getFirst().content().getAsJsonObject("data");
    String text = data.get("text/plain").getAsString();
    assertTrue(text.startsWith("Broken, ") && text.contains("ChildProcess-"), text);
    assertEquals(
        "3",
        kernel
            .run("kid.result()")
            .ofType("execute_result")
            .getFirst()
            .content()
            .getAsJsonObject("data")
            .get("text/plain")
            .getAsString());
  }
}
