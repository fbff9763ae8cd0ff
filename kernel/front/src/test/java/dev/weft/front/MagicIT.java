package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.Execution;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Magics as a client sees them. */
@Timeout(300)
class MagicIT {

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

  @Test
  void partsOfACellComeInOrder() {
    Execution cell =
        kernel.run(
            "System.out.println(\"one\");\n!echo two\nSystem.out.println(\"three\");\n6 * 7");
    StringBuilder text = new StringBuilder();
    cell.ofType("stream").forEach(message -> text.append(message.text("text")));
    assertEquals("one\ntwo\nthree\n", text.toString());
    assertEquals("42", cell.result());
  }

  @Test
  void aBodyIsDisplayed() {
    Execution cell = kernel.run("%%html\n<b>x</b>");
    JsonObject data = cell.ofType("display_data").getFirst().content().getAsJsonObject("data");
    assertEquals("<b>x</b>", data.get("text/html").getAsString());
  }

  @Test
  void aFailureIsOneError() {
    Execution cell = kernel.run("int before = 1;\n%wh0\nbefore = 2;");
    assertFalse(cell.isOk());
    JsonObject error = cell.ofType("error").getFirst().content();
    assertEquals("UnknownMagic", error.get("ename").getAsString());
    assertEquals("There is no magic %wh0. Did you mean %who?", error.get("evalue").getAsString());
    assertEquals("1", kernel.value("before"));
  }

  @Test
  void anInterruptEndsACommand() {
    String id = kernel.begin("!echo go; sleep 1000");
    kernel.interrupt();
    Execution cell = kernel.end(id);
    assertEquals("Interrupted", cell.reply().content().get("ename").getAsString());
    assertTrue(kernel.run("1 + 1").isOk());
  }
}
