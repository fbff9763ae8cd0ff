package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.testkit.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Colours of errors, which {@code NO_COLOR} turns off. */
@Timeout(300)
class ColoursIT {

  private static final String ESCAPE = "\u001b";

  @TempDir private Path folder;

  private String everything(Map<String, String> environment) throws IOException {
    try (RealKernel kernel = RealKernel.launch(folder, environment, RealKernel.KEY)) {
      kernel.client.awaitReady();
      Execution wrong = kernel.run("int total = 1;\ntotl");
      Execution thrown = kernel.run("throw new IllegalStateException(\"x\");");
      Execution noted = kernel.run("int early() { return later(); }");
      assertEquals("CompilationError", wrong.reply().text("ename"));
      assertEquals("java.lang.IllegalStateException", thrown.reply().text("ename"));
      return wrong.published() + "" + thrown.published() + noted.published();
    }
  }

  @Test
  void errorsAreColoured() throws IOException {
    String told = everything(Map.of());
    assertTrue(told.contains(ESCAPE) || told.contains("\\u001b"), told);
  }

  @Test
  void noColorMeansNone() throws IOException {
    String told = everything(Map.of("NO_COLOR", "1"));
    assertTrue(told.contains("hint"), told);
    assertTrue(!told.contains(ESCAPE) && !told.contains("\\u001b"), told);
  }
}
