package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.remote.RemoteExecutionControl;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AnnexTest {

  private final RemoteExecutionControl control = new RemoteExecutionControl();
  private final Compiler compiler =
      Compiler.start(control, new CompilerSetup(Notebook.libraries(), List.of(), List.of(), false));
  private final Annex annex = new Annex(compiler);

  @BeforeEach
  void declareMuch() {
    compiler.warmUp();
    for (int i = 0; i < 120; i++) {
      control.beginPiece(0);
      compiler.shell().eval("int v" + i + " = " + i + ";");
    }
    var unused = control.take(1, false);
  }

  @AfterEach
  void close() {
    compiler.shell().close();
  }

  private boolean compiles(String code) {
    return annex.evaluate(0, "$1", Scratch.expression(new Piece(code, 0))).isPresent();
  }

  private void awaitAnnex() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
    while (!compiles("1 + 1")) {
      assertTrue(System.nanoTime() < deadline, "the annex is not there");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void compilesWithWhatTheCodeNames() throws Exception {
    awaitAnnex();
    assertTrue(compiles("v3 + v4"));
    assertTrue(
        control.scratchClass().matches("REPL\\.\\$JShell\\$\\d+Y\\d+"), control.scratchClass());
    compiler.shell().eval("import java.lang.ref.Cleaner;");
    control.beginPiece(0);
    compiler.shell().eval("Cleaner late() { return null; }");
    assertTrue(compiles("late() == (Cleaner) null"));
  }

  @Test
  void leavesToTheOtherWhatDoesNotCompile() throws Exception {
    awaitAnnex();
    var before = control.take(2, false);
    assertFalse(before.requests().isEmpty());
    assertFalse(compiles("v3 + nosuch"));
    compiler.shell().variables().filter(v -> v.name().equals("v3")).forEach(compiler.shell()::drop);
    assertFalse(compiles("v3"));
    assertTrue(control.take(3, false).requests().isEmpty());
  }

  @Test
  void aNotebookOfFewDeclarationsHasNone() {
    compiler.shell().variables().skip(50).forEach(compiler.shell()::drop);
    assertFalse(compiles("1 + 1"));
    assertFalse(compiles("1 + 1"));
  }
}
