package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.Execution;
import dev.weft.testkit.JupyterClient;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cells print and show. */
@Timeout(300)
class OutputIT {

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
  void nothingOfMuchOutputIsLostBeforeIdle() {
    Execution cell =
        kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
    String expected =
        IntStream.range(0, 100_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    assertTrue(cell.isOk());
    assertEquals(expected, cell.stream("stdout"));
  }

  @Test
  void aLongLineComesWhole() {
    Execution cell = kernel.run("System.out.print(\"é😀\".repeat(1_000_000)); ");
    assertEquals("é😀".repeat(1_000_000), cell.stream("stdout"));
  }

  @Test
  void theStreamsAreKeptApart() {
    Execution cell = kernel.run("System.out.print(\"one\"); System.err.print(\"two\");");
    assertEquals("one", cell.stream("stdout"));
    assertEquals("two", cell.stream("stderr"));
  }

  @Test
  void halfACharacterHarmsNothing() {
    Execution cell = kernel.run("System.out.print(\"a\\ud83d\" + \"b\"); \"\\ud83d\"");
    assertTrue(cell.isOk());
    assertTrue(cell.stream("stdout").startsWith("a"));
    assertEquals("5", kernel.value("5"));
  }

  @Test
  void lateOutputBelongsToTheCellThatStartedItsThread() {
    String first =
        kernel.send(
            """
            var gate = new java.util.concurrent.CountDownLatch(1);
            var late = new Thread(() -> {
              try { gate.await(); } catch (InterruptedException e) { return; }
              System.out.println("late");
            });
            late.start();
            """,
            "{}");
    assertTrue(kernel.end(first).isOk());
    Execution second = kernel.run("gate.countDown(); late.join();");
    assertEquals("", second.stream("stdout"));
    WireMessage late =
        kernel.client.await(ClientChannel.IOPUB, each -> each.text("text").contains("late"));
    assertEquals(first, late.parentId());
  }

  @Test
  void whatAChildProcessPrintsIsShown() {
    String code = "new ProcessBuilder(\"echo\", \"child\").inheritIO().start().waitFor()";
    String cell = kernel.send(code, "{}");
    WireMessage printed =
        kernel.client.await(
            ClientChannel.IOPUB,
            each -> each.type().equals("stream") && each.text("text").contains("child"));
    assertEquals(cell, printed.parentId());
    assertEquals("0", kernel.end(cell).result());
  }

  @Test
  void nativeOutputIsShown() {
    String cell =
        kernel.send(
            "new java.io.FileOutputStream(java.io.FileDescriptor.out).write(\"raw\\n"
                + "\".getBytes());",
            "{}");
    WireMessage raw =
        kernel.client.await(ClientChannel.IOPUB, each -> each.text("text").contains("raw"));
    assertEquals("stdout", raw.text("name"));
    assertEquals(cell, raw.parentId());
    kernel.end(cell);
  }

  @Test
  void systemExitEndsTheWorkerAlone() {
    kernel.value("int kept() { return 9; }");
    Execution cell = kernel.run("System.err.println(\"last words\"); System.exit(3);");
    assertFalse(cell.isOk());
    assertEquals("WorkerDied", cell.reply().text("ename"));
    assertTrue(cell.reply().text("evalue").contains("status 3"), cell.reply().text("evalue"));
    assertEquals("last words\n", cell.stream("stderr"));
    assertEquals("9", kernel.value("kept()"));
  }

  @Test
  void displaysAreShownUpdatedAndCleared() {
    Execution cell =
        kernel.run(
            """
            import dev.weft.display.*;
            String id = Display.display("first");
            Display.updateDisplay(id, DisplayData.html("<b>second</b>"));
            Display.clearOutput(true);
            System.out.println(id);
            """);
    assertTrue(cell.isOk(), cell.reply().content().toString());
    String id = cell.stream("stdout").strip();
    JsonObject shown = cell.ofType("display_data").getFirst().content();
    JsonObject update = cell.ofType("update_display_data").getFirst().content();
    for (JsonObject each : List.of(shown, update)) {
      assertEquals(id, each.getAsJsonObject("transient").get("display_id").getAsString());
    }
    assertEquals("first", shown.getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals("<b>second</b>", update.getAsJsonObject("data").get("text/html").getAsString());
    assertTrue(cell.ofType("clear_output").getFirst().content().get("wait").getAsBoolean());
    assertEquals(
        List.of("display_data", "update_display_data", "clear_output", "stream"),
        cell.types().stream().filter(type -> !type.matches("status|execute_input")).toList());
  }

  @Test
  void everyClientSeesTheOutput() {
    try (JupyterClient second = kernel.process.connect()) {
      second.awaitReady();
      String cell = kernel.send("System.out.println(\"for all\");", "{}");
      WireMessage seen =
          second.await(ClientChannel.IOPUB, each -> each.text("text").contains("for all"));
      assertEquals(cell, seen.parentId());
      kernel.end(cell);
    }
  }
}
