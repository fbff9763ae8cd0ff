package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.link.Command;
import dev.weft.link.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in cells differ from test to test, so that all can share one notebook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScratchTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 1;",
        "x",
        "foo(3)",
        "new int[] {1}",
        "-x",
        "(int) 3.5",
        "a < b",
        "x instanceof String",
        "\"a\" + 1",
        "list.get(0).name()",
        "int.class",
        "switch (x) { default -> 1; }",
        "a[0] == b",
        "record.name()",
        "var == 3"
      })
  void looksLikeAnExpression(String code) {
    assertTrue(Scratch.mayBeExpression(new Piece(code, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x;",
        "int x = 3;",
        "List<String> l = f();",
        "Map<String, List<int[]>> m = null;",
        "int[] a = {1};",
        "java.util.List<?> q;",
        "int f(int a) { return a; }",
        "record P(int a) {}",
        "class A {}",
        "import java.util.*;",
        "@Deprecated int f() { return 1; }",
        "final int y = 3;",
        "var z = 1;",
        "void f() {}",
        "System.out.println(3)",
        "sealed interface S {}"
      })
  void looksLikeSomethingElse(String code) {
    assertFalse(Scratch.mayBeExpression(new Piece(code, 0)));
  }

  @Test
  void theSameCellRunsAnewEachTime() {
    notebook.value("var count1 = new java.util.concurrent.atomic.AtomicInteger();");
    assertEquals("1", notebook.value("count1.incrementAndGet()"));
    assertEquals("2", notebook.value("count1.incrementAndGet()"));
    notebook.value("for (int i = 0; i < 3; i++) count1.incrementAndGet();");
    notebook.value("for (int i = 0; i < 3; i++) count1.incrementAndGet();");
    assertEquals("8", notebook.value("count1.get()"));
  }

  @Test
  void aValueCanBeNamedLater() {
    notebook.value("var count2 = new java.util.concurrent.atomic.AtomicInteger();");
    int first = nextNumber();
    notebook.value("count2.incrementAndGet()");
    notebook.value("List.of(\"a\", \"b\")");
    assertEquals("1a", notebook.value("$%d + $%d.getFirst()".formatted(first, first + 1)));
    assertEquals("2", notebook.value("count2.incrementAndGet()"));
    assertEquals("1", notebook.value("$" + first));
  }

  /** Evaluates an expression, and returns the number of the next. */
  private int nextNumber() {
    String dollar = "\\$\\d+";
    notebook.value("1 + 1");
    return 1
        + notebook.interpreter.complete("$", 1).candidates().stream()
            .map(candidate -> candidate.text())
            .filter(text -> text.matches(dollar))
            .mapToInt(text -> Integer.parseInt(text.substring(1)))
            .max()
            .orElseThrow();
  }

  @Test
  void classesInAnExpressionAreItsOwn() {
    String code = "new Object() { public String toString() { return \"%s\"; } }";
    assertEquals("a", notebook.value(code.formatted("a")));
    assertEquals("b", notebook.value(code.formatted("b")));
    assertEquals("b", notebook.value(code.formatted("b")));
    assertEquals("4", notebook.value("((Supplier<Integer>) () -> 4).get()"));
    assertEquals("5", notebook.value("((Supplier<Integer>) () -> 5).get()"));
  }

  @Test
  void anExpressionKeepsItsOwnType() {
    assertEquals("1.0", notebook.value("true ? 1 : 2.0"));
    assertEquals("2.0", notebook.value("switch (1) { case 1 -> 2; default -> 3.0; }"));
    assertEquals("a", notebook.value("'a'"));
    assertEquals("", notebook.value("new Thread(() -> {}).start()"));
  }

  @Test
  void anErrorHasItsLineInTheCell() {
    CellResult.Failed failed = notebook.failure("// one\n\n1 +\n  Integer.parseInt(\"x\")");
    assertTrue(Notebook.plain(failed).contains(", line 4"), Notebook.plain(failed));
    failed = notebook.failure("int s1 = 1;\ns1++;\nif (s1 > 0)\n  throw new Error(\"y\");");
    assertTrue(Notebook.plain(failed).contains(", line 4"), Notebook.plain(failed));
  }

  @Test
  void leavesNothingBehindThatLaterCellsWouldBeCompiledWith() {
    notebook.value("0 + 0");
    int from = workers.getLast().received.size();
    Set<String> names = new HashSet<>();
    int bytes = 0;
    for (int i = 10; i < 60; i++) {
      notebook.value(i + " + 1");
      notebook.value("for (int i = 0; i < %d; i++) { }".formatted(i));
    }
    for (Command command :
        workers.getLast().received.subList(from, workers.getLast().received.size())) {
      if (command instanceof Command.Run run) {
        Step.Load load = (Step.Load) run.steps().getFirst();
        assertEquals(1, load.classes().size());
        assertTrue(names.add(load.classes().getFirst().name()));
        bytes = Math.max(bytes, load.classes().getFirst().bytes().length);
      }
    }
    assertEquals(100, names.size());
    assertTrue(bytes < 2000, bytes + " bytes");
  }
}
