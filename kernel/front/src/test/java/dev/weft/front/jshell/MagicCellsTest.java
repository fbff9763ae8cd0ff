package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Completeness;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Names in cells differ from test to test, so that all can share one notebook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MagicCellsTest {

  private Notebook notebook;

  @BeforeAll
  void start() {
    notebook = new Notebook(LocalWorker::new, Duration.ofSeconds(60));
  }

  @AfterAll
  void stop() {
    notebook.close();
  }

  @Test
  void partsRunInOrder() {
    assertEquals("3", notebook.value("int parts = 1;\n%magic magic\nparts += 2;\nparts"));
    assertTrue(notebook.output().contains("explains a magic"), notebook.output());
  }

  @Test
  void anUnknownMagicNamesTheNearestAndItsLine() {
    CellResult.Failed failed = notebook.failure("int kept = 1;\n%lsmagc\nkept = 5;");
    assertEquals("UnknownMagic", failed.errorName());
    assertEquals("There is no magic %lsmagc. Did you mean %lsmagic?", failed.errorValue());
    assertTrue(Notebook.plain(failed).contains("--> 2: %lsmagc"), Notebook.plain(failed));
    assertEquals("1", notebook.value("kept"));
  }

  @Test
  void anErrorBehindAMagicHasItsLineOfTheCell() {
    CellResult.Failed failed = notebook.failure("int c1 = 1;\n%magic magic\nint c2 = nosuch;");
    assertTrue(failed.errorValue().startsWith("line 3: cannot find symbol"), failed.errorValue());
    CellResult.Failed thrown =
        notebook.failure("%magic magic\nint c3 = 1;\nthrow new IllegalStateException(\"x\");");
    assertTrue(Notebook.plain(thrown).contains("line 3"), Notebook.plain(thrown));
  }

  @Test
  void codeEvaluatesCode() {
    assertEquals("3", notebook.value("int e1 = eval(\"1 + 2\");\ne1"));
    assertEquals("5", notebook.value("eval(\"int e2 = 5;\");\nint e3 = eval(\"e2\");\ne3"));
    assertEquals("5", notebook.value("e2"));
  }

  @Test
  void whatEvaluatedCodeThrowsComesBack() {
    assertEquals(
        "mine",
        notebook.value(
            """
            String caught = "";
            try {
              eval("throw new IllegalStateException(\\"mine\\");");
            } catch (IllegalStateException e) {
              caught = e.getMessage();
            }
            caught
            """));
    CellResult.Failed failed = notebook.failure("eval(\"int x = nosuch;\")");
    assertEquals("dev.weft.magic.KernelCallException", failed.errorName());
    assertTrue(failed.errorValue().contains("cannot find symbol"), failed.errorValue());
  }

  @Test
  void codeCallsMagics() {
    notebook.value("lineMagic(\"magic\", List.of(\"lsmagic\"));");
    assertTrue(notebook.output().contains("lists all magics"), notebook.output());
    CellResult.Failed failed = notebook.failure("lineMagic(\"lsmagicc\", List.of());");
    assertTrue(failed.errorValue().contains("Did you mean %lsmagic?"), failed.errorValue());
  }

  @Test
  void otherThreadsCallTheKernelWhileTheCellRuns() {
    assertEquals(
        "42",
        notebook.value(
            """
            int[] answer = new int[1];
            Thread asking = new Thread(() -> answer[0] = Magics.<Integer>eval("6 * 7"));
            asking.start();
            asking.join();
            answer[0]
            """));
  }

  @Test
  void codeAddsMagics() {
    notebook.value(
        "UserMagics.line(\"shout\", \"prints loudly\","
            + " words -> String.join(\" \", words).toUpperCase());\n"
            + "UserMagics.cell(\"lines\", \"counts lines\","
            + " (words, body) -> body.lines().count());");
    assertEquals("HELLO YOU", notebook.value("%shout hello \"you\""));
    assertEquals("2", notebook.value("%%lines\na\nb"));
    assertEquals("HI!", notebook.value("String loud = %shout hi\nloud + \"!\""));
    assertEquals(
        "HI", notebook.value("String again = lineMagic(\"shout\", List.of(\"hi\"));\nagain"));
  }

  @Test
  void aCellWithMagicsIsCompleteWhereItsJavaIs() {
    assertInstanceOf(Completeness.Complete.class, complete("%who\nint a = 1;"));
    assertInstanceOf(Completeness.Complete.class, complete("!ls {"));
    assertInstanceOf(Completeness.Incomplete.class, complete("%who\nfor (;;) {"));
    assertInstanceOf(Completeness.Incomplete.class, complete("%%bash"));
    assertInstanceOf(Completeness.Incomplete.class, complete("%%bash\nls"));
    assertInstanceOf(Completeness.Complete.class, complete("%%bash\nls\n"));
  }

  private Completeness complete(String code) {
    return notebook.interpreter.isComplete(code);
  }
}
