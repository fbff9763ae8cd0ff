package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.interpreter.CellResult;
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
}
