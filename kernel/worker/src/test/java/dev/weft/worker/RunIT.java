package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.link.ClassBytes;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import dev.weft.link.StreamName;
import dev.weft.link.Thrown;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunIT {

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
  void returnsValue() throws IOException {
    assertEquals("42", worker.value("return 42;"));
  }

  @Test
  void showsNothingForNull() throws IOException {
    assertEquals(new RunOutcome.Completed(Optional.empty()), worker.run("return null;"));
  }

  @Test
  void printsBeforeItIsDone() throws IOException {
    worker.run("System.out.println(\"höllo 😀\"); System.err.print(\"oops\"); return null;");
    assertEquals("höllo 😀\n", worker.text(worker.lastCell(), StreamName.STDOUT));
    assertEquals("oops", worker.text(worker.lastCell(), StreamName.STDERR));
  }

  @Test
  void reportsExceptionWithoutOwnFrames() throws IOException {
    RunOutcome.Threw threw =
        assertInstanceOf(
            RunOutcome.Threw.class,
            worker.run("throw new IllegalStateException(\"bad\", new RuntimeException(\"why\"));"));
    assertEquals(1, threw.step());
    assertEquals("java.lang.IllegalStateException", threw.thrown().className());
    assertEquals(Optional.of("bad"), threw.thrown().message());
    assertEquals(1, threw.thrown().frames().size(), () -> "" + threw.thrown().frames());
    assertEquals(Optional.of("why"), threw.thrown().cause().orElseThrow().message());
  }

  @Test
  void rendersArraysImagesAndOwnKinds() throws IOException {
    assertEquals("[1, 2]", worker.value("return new int[] {1, 2};"));
    assertEquals("[[a], null]", worker.value("return new String[][] {{\"a\"}, null};"));
    assertEquals("c", worker.value("return 'c';"));
    assertEquals("{\"x\": 1}", worker.value("return \"{\\\"x\\\": 1}\";"));
    DisplayData own =
        value(
            "return (dev.weft.display.Displayable) () ->"
                + " dev.weft.display.DisplayData.html(\"<b>\");");
    assertEquals("<b>", own.data().get("text/html"));
    assertTrue(own.data().containsKey("text/plain"));
    DisplayData image =
        value(
            "return new java.awt.image.BufferedImage(2, 2,"
                + " java.awt.image.BufferedImage.TYPE_INT_RGB);");
    assertTrue(image.data().getOrDefault("image/png", "none").startsWith("iVBOR"));
  }

  @Test
  void keepsLargeValuesWhole() throws IOException {
    assertEquals("é".repeat(2_000_000), worker.value("return \"é\".repeat(2_000_000);"));
  }

  @Test
  void containsToStringThatFails() throws IOException {
    String text =
        worker.value(
            "return new Object() { public String toString() { throw new Error(\"no\"); } };");
    assertTrue(text.endsWith(" threw java.lang.Error: no)"), text);
    text =
        worker.value("return new Object() { public String toString() { return \"\" + this; } };");
    assertTrue(text.contains("threw java.lang.StackOverflowError"), text);
    assertEquals(
        "null", worker.value("return new Object() { public String toString() { return null; } };"));
  }

  @Test
  void containsMessageThatFails() throws IOException {
    Thrown thrown =
        thrown(
            "throw new RuntimeException() { public String getMessage() { throw new Error(); } };");
    assertTrue(thrown.message().orElseThrow().contains("threw java.lang.Error"));
    thrown = thrown("throw new RuntimeException(\"x\".repeat(5_000_000));");
    assertTrue(thrown.message().orElseThrow().length() < 2_000_000);
    thrown =
        thrown(
            "RuntimeException a = new RuntimeException(\"a\"), b = new RuntimeException(\"b\", a);"
                + " a.initCause(b); throw a;");
    assertEquals("a", thrown.message().orElseThrow());
  }

  @Test
  void survivesDeepRecursion() throws IOException {
    worker.begin("f(); return null;", "static void f() { f(); }");
    RunOutcome.Threw threw = (RunOutcome.Threw) worker.outcome(worker.lastCell());
    assertEquals("java.lang.StackOverflowError", threw.thrown().className());
  }

  @Test
  void survivesOutOfMemory() throws IOException {
    try (WorkerClient small = WorkerClient.start("-Xmx64m")) {
      RunOutcome outcome =
          small.run(
              "var l = new ArrayList<long[]>(); while (Boolean.TRUE) l.add(new long[100_000]);"
                  + " return null;");
      Thrown thrown = assertInstanceOf(RunOutcome.Threw.class, outcome).thrown();
      assertEquals("java.lang.OutOfMemoryError", thrown.className());
      assertEquals("7", small.value("return 7;"));
    }
  }

  @Test
  void namesUnresolvedSnippet() throws IOException {
    Thrown thrown = thrown("throw new jdk.jshell.spi.SPIResolutionException(17);");
    assertEquals(OptionalInt.of(17), thrown.unresolvedSnippet());
  }

  @Test
  void loadsAfterFailureButDoesNotInvoke() throws IOException {
    List<ClassBytes> first =
        SnippetCompiler.compile(
            "REPL.A",
            "package REPL; public class A { public static Object f() { throw new Error(); } }");
    List<ClassBytes> second =
        SnippetCompiler.compile(
            "REPL.B", "package REPL; public class B { public static Object f() { return 5; } }");
    worker.send(
        new Command.Run(
            1000,
            false,
            List.of(
                new Step.Load(first),
                new Step.Invoke("REPL.A", "f", false),
                new Step.Load(second),
                new Step.Invoke("REPL.B", "f", true))));
    assertEquals(1, ((RunOutcome.Threw) worker.outcome(1000)).step());
    worker.send(new Command.Run(1001, false, List.of(new Step.Invoke("REPL.B", "f", true))));
    assertEquals(
        new RunOutcome.Completed(Optional.of(DisplayData.text("5"))), worker.outcome(1001));
  }

  @Test
  void answersInput() throws IOException {
    long cell =
        worker.begin(
            "System.out.print(\"name? \"); var in = new Scanner(System.in);"
                + " return in.nextLine() + IO.readln(\"more \") + in.hasNextLine();");
    for (String answer : List.of("Ünal", "x")) {
      worker.await(Event.InputRequested.class, asked -> asked.cell() == cell);
      worker.send(new Command.InputReply(Optional.of(answer), Optional.empty()));
    }
    worker.await(Event.InputRequested.class, asked -> asked.cell() == cell);
    worker.send(new Command.InputReply(Optional.empty(), Optional.empty()));
    assertEquals(
        new RunOutcome.Completed(Optional.of(DisplayData.text("Ünalxfalse"))),
        worker.outcome(cell));
    assertEquals("name? more ", seenBy(cell));
  }

  /** What a person has seen of a cell: what it printed, and what it asked with. */
  private static String seenBy(long cell) {
    StringBuilder text = new StringBuilder();
    for (Event event : worker.seen()) {
      if (event instanceof Event.Output output && output.cell() == cell) {
        text.append(output.text());
      } else if (event instanceof Event.InputRequested asked && asked.cell() == cell) {
        text.append(asked.prompt());
      }
    }
    return text.toString();
  }

  @Test
  void refusesInputThatIsNotAllowed() throws IOException {
    List<ClassBytes> classes =
        SnippetCompiler.compile(
            "REPL.Reads",
            "package REPL; public class Reads {"
                + " public static Object f() throws Exception { return System.in.read(); } }");
    worker.send(
        new Command.Run(
            1002,
            false,
            List.of(new Step.Load(classes), new Step.Invoke("REPL.Reads", "f", true))));
    Thrown thrown = ((RunOutcome.Threw) worker.outcome(1002)).thrown();
    assertTrue(thrown.message().orElseThrow().contains("allow_stdin"));
  }

  @Test
  void showsNoIdOfWhatItHasShown() throws IOException {
    assertEquals(
        new RunOutcome.Completed(Optional.empty()),
        worker.run("return dev.weft.display.Display.display(5);"));
    assertEquals("7", worker.value("dev.weft.display.Display.display(5); return \"7\";"));
  }

  @Test
  void displaysInOrderWithOutput() throws IOException {
    worker.run(
        "System.out.print(\"before\"); String id = dev.weft.display.Display.display(5);"
            + " dev.weft.display.Display.updateDisplay(id, 6);"
            + " dev.weft.display.Display.clearOutput(true); return null;");
    List<Event> events = worker.seen().stream().filter(e -> belongs(e)).toList();
    assertInstanceOf(Event.Output.class, events.get(0));
    Event.Displayed shown = assertInstanceOf(Event.Displayed.class, events.get(1));
    assertEquals("5", shown.data().data().get("text/plain"));
    Event.Displayed again = assertInstanceOf(Event.Displayed.class, events.get(2));
    assertEquals(shown.id(), again.id());
    assertTrue(again.update());
    assertEquals(new Event.Cleared(worker.lastCell(), true), events.get(3));
  }

  private static boolean belongs(Event event) {
    return switch (event) {
      case Event.Output output -> output.cell() == worker.lastCell();
      case Event.Displayed shown -> shown.cell() == worker.lastCell();
      case Event.Cleared cleared -> cleared.cell() == worker.lastCell();
      default -> false;
    };
  }

  private static DisplayData value(String body) throws IOException {
    RunOutcome.Completed completed = assertInstanceOf(RunOutcome.Completed.class, worker.run(body));
    return completed.value().orElseThrow();
  }

  private static Thrown thrown(String body) throws IOException {
    return assertInstanceOf(RunOutcome.Threw.class, worker.run(body)).thrown();
  }
}
