package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Completeness;
import dev.weft.front.interpreter.Completion;
import dev.weft.link.Command;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Names in cells differ from test to test, so that all can share one notebook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JShellInterpreterTest {

  private final List<LocalWorker> workers = new CopyOnWriteArrayList<>();
  private Notebook notebook;

  @BeforeAll
  void start() {
    notebook = Notebook.local(workers);
  }

  @AfterAll
  void stop() {
    notebook.close();
  }

  @Test
  void theLastExpressionIsTheValue() {
    assertEquals("3", notebook.value("1 + 2"));
    assertEquals("7", notebook.value("int value1 = 7;\nvalue1"));
    assertEquals("", notebook.value("int value2 = 7;"));
    assertEquals("", notebook.value("value2 = 8;"));
    assertEquals("8", notebook.value("value2"));
    assertEquals("", notebook.value("// nothing\n/* at all */"));
    assertEquals("", notebook.value("   \n"));
    assertEquals("[1, 2]", notebook.value("List.of(1, 2); // with a comment"));
  }

  @Test
  void aCellIsOneRun() {
    notebook.value("int run = 1;");
    int before = runs();
    notebook.value("int run1 = run;\nrun1++;\nint run2(int a) { return a + run1; }\nrun2(5)");
    assertEquals(before + 1, runs());
  }

  private int runs() {
    List<Command> received = workers.getLast().received;
    synchronized (received) {
      return (int) received.stream().filter(Command.Run.class::isInstance).count();
    }
  }

  @Test
  void everyKindOfDeclaration() {
    assertEquals(
        "Kind2[c=3]",
        notebook.value(
            """
            sealed interface Kind permits Kind1, Kind2 {}
            record Kind1(int a) implements Kind {}
            record Kind2(int c) implements Kind {}
            enum Level { LOW, HIGH }
            @interface Mark {}
            @Mark class Use { Level level = Level.HIGH; }
            var text = \"""
                two
                lines\""";
            int n1 = 1, n2 = n1 + text.length();
            new Kind2(3)\
            """));
    assertEquals("10", notebook.value("n2"));
    assertEquals("HIGH", notebook.value("new Use().level"));
  }

  @Test
  void classesThatNeedEachOther() {
    assertEquals(
        "ping",
        notebook.value(
            """
            class Ping { Pong pong; String name() { return pong == null ? "ping" : pong.name(); } }
            class Pong { Ping ping = new Ping(); String name() { return ping.name(); } }
            new Pong().name()\
            """));
  }

  @Test
  void aMethodMayUseWhatComesLater() {
    notebook.value("int early() { return late(); }");
    assertTrue(notebook.errors().contains("early() uses method `late()`"), notebook.errors());
    CellResult.Failed failed = notebook.failure("early()");
    assertEquals("UnresolvedReference", failed.errorName());
    assertTrue(failed.errorValue().contains("late()"), failed.errorValue());
  }

  @Test
  void allErrorsAreReportedWithTheirPlaceAndNothingRuns() {
    CellResult.Failed failed =
        notebook.failure(
            "System.out.println(\"ran\");\nint bad1 = foo1;\nint bad2 = bad1;\n\nbar1()");
    assertEquals("CompilationError", failed.errorName());
    assertEquals("line 2: cannot find symbol: variable foo1", failed.errorValue());
    assertEquals(
        """
        line 2:12  cannot find symbol: variable foo1
          int bad1 = foo1;
                     ^~~~
        line 5:1  cannot find symbol: method bar1()
          bar1()
          ^~~~\
        """,
        Notebook.plain(failed));
    assertFalse(notebook.output().contains("ran"));
  }

  @Test
  void anErrorInABlockOfStatementsHasItsOwnPlace() {
    CellResult.Failed failed =
        notebook.failure(
            "System.out.print(1);\nSystem.out.print(2);\n  System.out.prnt(3);\nint t;");
    assertTrue(
        failed.errorValue().startsWith("line 3: cannot find symbol: method prnt"),
        failed.errorValue());
  }

  @Test
  void syntaxErrors() {
    assertTrue(notebook.failure("int x1 = ;").errorValue().startsWith("line 1: "));
    assertTrue(notebook.failure("foo(").errorValue().startsWith("line 1: "));
    assertTrue(notebook.failure("int ok = 1;\nclass {").errorValue().startsWith("line 2: "));
    assertTrue(notebook.failure("Missing m;").errorValue().contains("class Missing"));
  }

  @Test
  void aCellThatDoesNotCompileLeavesVariablesAsTheyWere() {
    notebook.value("int keep1 = 5; String keep2 = \"a\";");
    notebook.failure("int keep1 = 6; int keep2 = 7; long keep3 = 8; nonsense()");
    assertEquals("5a", notebook.value("keep1 + keep2"));
    assertTrue(notebook.failure("keep3").errorValue().contains("variable keep3"));
  }

  @Test
  void whatDidNotRunAfterAnExceptionDidNotHappen() {
    notebook.value("int stay = 5; String text1 = \"old\"; int step = 0;");
    CellResult.Failed failed =
        notebook.failure(
            "step++;\nif (step > 0) { throw new IllegalStateException(\"boom\"); }\n"
                + "step++;\nint text1 = 3;\nint never = 4;\nstay = 6;");
    assertEquals("java.lang.IllegalStateException", failed.errorName());
    assertEquals("boom", failed.errorValue());
    assertTrue(
        Notebook.plain(failed).contains("line 2:17\n  if (step > 0)"), Notebook.plain(failed));
    assertEquals("1old5", notebook.value("step + text1 + stay"));
    assertTrue(notebook.failure("never").errorValue().contains("variable never"));
  }

  @Test
  void framesNameCellsAndLines() {
    notebook.value(
        "// first\n\nvoid inner() {\n  throw new RuntimeException(\"x\");\n}\n"
            + "class Caller {\n  void call() {\n    inner();\n  }\n}");
    CellResult.Failed failed = notebook.failure("int unused = 1;\n\nnew Caller().call();");
    String plain = Notebook.plain(failed);
    assertTrue(plain.matches("(?s).*at inner, Cell \\[\\d+], line 4\n.*"), plain);
    assertTrue(plain.matches("(?s).*at Caller.call, Cell \\[\\d+], line 8\n.*"), plain);
    assertTrue(plain.matches("(?s).*at Cell \\[\\d+], line 3.*"), plain);
  }

  @Test
  void causesAreShown() {
    CellResult.Failed failed =
        notebook.failure("throw new Exception(\"outer\", new Error(\"root\"));");
    assertTrue(Notebook.plain(failed).contains("Caused by: java.lang.Error: root"));
  }

  @Test
  void temporaryVariablesCanBeUsedForAWhile() {
    notebook.value("\"temp\" + 1");
    String name =
        notebook.interpreter.complete("$", 1).candidates().stream()
            .map(Completion.Candidate::text)
            .filter(text -> text.matches("\\$\\d+"))
            .max((a, b) -> Integer.parseInt(a.substring(1)) - Integer.parseInt(b.substring(1)))
            .orElseThrow();
    assertEquals("temp1!", notebook.value(name + " + \"!\""));
  }

  @Test
  void endlessLoopsAndUnreachableCodeCompileAsTheyDoAlone() {
    assertEquals(
        "4", notebook.value("int loops = 0;\nwhile (true) { if (++loops > 3) break; }\nloops"));
  }

  @Test
  void completion() {
    Completion completion = notebook.interpreter.complete("int c1 = 3;\n\"abc\".toS", 21);
    assertEquals(
        List.of("toString()"),
        completion.candidates().stream().map(Completion.Candidate::text).toList());
    assertEquals(18, completion.start());
    assertEquals(21, completion.end());
    notebook.value("int completeMe = 1;");
    assertTrue(
        notebook.interpreter.complete("compl", 5).candidates().stream()
            .anyMatch(c -> c.text().equals("completeMe")));
    assertNotNull(notebook.interpreter.complete("%%% ((", 6));
  }

  @Test
  void inspection() {
    String text =
        notebook
            .interpreter
            .inspect("Math.max(1, 2)", 7, false)
            .orElseThrow()
            .data()
            .data()
            .get("text/plain");
    assertTrue(String.valueOf(text).contains("int Math.max(int a, int b)"), text);
    assertTrue(notebook.interpreter.inspect("%% (", 2, true).isEmpty());
  }

  @Test
  void completeness() {
    var interpreter = notebook.interpreter;
    assertInstanceOf(Completeness.Complete.class, interpreter.isComplete("1 + 1"));
    assertInstanceOf(Completeness.Complete.class, interpreter.isComplete("int a;\nint b = a"));
    assertInstanceOf(Completeness.Complete.class, interpreter.isComplete("unknown(name)"));
    assertInstanceOf(Completeness.Invalid.class, interpreter.isComplete("f);"));
    assertInstanceOf(Completeness.Invalid.class, interpreter.isComplete("int = 3"));
    assertInstanceOf(Completeness.Invalid.class, interpreter.isComplete("int x = ;"));
    assertEquals(new Completeness.Incomplete("    "), interpreter.isComplete("void f() {"));
    assertEquals(
        new Completeness.Incomplete("        "),
        interpreter.isComplete("int a;\nclass A { void f() {\n"));
  }
}
