package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.Execution;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells, and what a request may ask for with them. */
@Timeout(300)
class ExecuteIT {

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

  private static Execution run(String code, String fields) {
    return kernel.end(kernel.send(code, fields));
  }

  private static int count(Execution execution) {
    return execution.reply().content().get("execution_count").getAsInt();
  }

  @Test
  void everythingComesInOrder() {
    Execution cell = kernel.run("System.out.println(\"out\"); 6 * 7");
    assertEquals(
        List.of("status", "execute_input", "stream", "execute_result", "status"), cell.types());
    RealKernel.assertSurrounded(cell);
    List<String> dates = new ArrayList<>();
    for (WireMessage message : cell.published()) {
      dates.add(message.header().get("date").getAsString());
    }
    dates.add(dates.size() - 1, cell.reply().header().get("date").getAsString());
    assertEquals(dates.stream().sorted().toList(), dates);
    JsonObject input = cell.ofType("execute_input").getFirst().content();
    JsonObject result = cell.ofType("execute_result").getFirst().content();
    assertEquals(count(cell), input.get("execution_count").getAsInt());
    assertEquals(count(cell), result.get("execution_count").getAsInt());
    assertEquals("System.out.println(\"out\"); 6 * 7", input.get("code").getAsString());
    assertEquals("42", cell.result());
  }

  @Test
  void theCountGrowsByOneWithEachCell() {
    int before = count(kernel.run("1"));
    assertEquals(before + 1, count(kernel.run("throw new Exception();")));
    assertEquals(before + 2, count(kernel.run("does not compile")));
    assertEquals(before + 3, count(kernel.run("2")));
  }

  @Test
  void aSilentCellShowsNothingAndIsNotCounted() {
    int before = count(kernel.run("1"));
    Execution silent = run("int quiet = 5; quiet", "{'silent': true, 'store_history': true}");
    assertTrue(silent.isOk());
    assertEquals(List.of("status", "status"), silent.types());
    assertEquals(before, count(silent));
    assertEquals("5", kernel.value("quiet"));
  }

  @Test
  void aCellThatIsNotStoredIsNotCounted() {
    int before = count(kernel.run("1"));
    Execution unstored = run("6 * 7", "{'store_history': false}");
    assertEquals(before, count(unstored));
    assertEquals("42", unstored.result());
    JsonObject tail =
        kernel.ask(ClientChannel.SHELL, "history_request", "{'hist_access_type': 'tail', 'n': 1}");
    String last = tail.getAsJsonArray("history").get(0).getAsJsonArray().get(2).getAsString();
    assertEquals("1", last);
  }

  @Test
  void userExpressionsAreEvaluatedAfterTheCell() {
    Execution cell =
        run("int e = 20;", "{'user_expressions': {'a': 'e + 1', 'b': 'nonsense', 'c': 3}}");
    assertTrue(cell.isOk());
    JsonObject values = cell.reply().content().getAsJsonObject("user_expressions");
    JsonObject a = values.getAsJsonObject("a");
    assertEquals("ok", a.get("status").getAsString());
    assertEquals("21", a.getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals("error", values.getAsJsonObject("b").get("status").getAsString());
    assertEquals("error", values.getAsJsonObject("c").get("status").getAsString());
  }

  @Test
  void aCellAsksForInput() {
    String id = kernel.send("System.out.print(\"Name? \"); IO.readln()", "{'allow_stdin': true}");
    WireMessage question =
        kernel.client.await(ClientChannel.STDIN, each -> each.type().equals("input_request"));
    assertEquals(id, question.parentId());
    assertFalse(question.content().get("password").getAsBoolean());
    assertTrue(question.content().has("prompt"));
    kernel.client.send(
        ClientChannel.STDIN,
        kernel.client.message("input_reply", RealKernel.json("{'value': 'Zoë 😀'}")));
    Execution cell = kernel.end(id);
    assertTrue(cell.result().contains("Zoë 😀"), cell.result());
    assertEquals("Name? ", cell.stream("stdout") + question.text("prompt"));
  }

  @Test
  void aCellThatMayNotAskIsTold() {
    Execution cell = run("System.in.read()", "{'allow_stdin': false}");
    assertFalse(cell.isOk());
    assertTrue(cell.reply().text("evalue").contains("allow_stdin"), cell.reply().toString());
    kernel.client.answerInputWith(prompt -> "x");
    assertEquals("120", kernel.value("System.in.read()"));
  }

  @Test
  void anErrorAbortsTheCellsThatWait() {
    String failing = kernel.begin("System.out.println(\"go\"); IO.readln(); throw new Error();");
    String aborted = kernel.send("int never = 1;", "{}");
    String info = sendInfo();
    int before = count(answered(failing));
    Execution second = kernel.end(aborted);
    assertEquals("aborted", second.reply().text("status"));
    assertEquals(List.of("status", "status"), second.types());
    assertEquals(before, count(second));
    assertEquals("ok", kernel.end(info).reply().text("status"));
    assertFalse(kernel.run("never").isOk());
  }

  @Test
  void anErrorLeavesTheOthersIfAsked() {
    String failing =
        kernel.send(
            "IO.readln(); throw new Error();", "{'stop_on_error': false, 'allow_stdin': true}");
    String next = kernel.send("6 * 7", "{}");
    sendInfo();
    assertEquals("error", answered(failing).reply().text("status"));
    assertEquals("42", kernel.end(next).result());
  }

  private static String sendInfo() {
    WireMessage info = kernel.client.message("kernel_info_request", new JsonObject());
    kernel.client.send(ClientChannel.SHELL, info);
    return info.id();
  }

  /** A cell waits for input until what was sent after it has come. */
  private static Execution answered(String id) {
    kernel.ask(ClientChannel.CONTROL, "kernel_info_request", "{}");
    kernel.client.answerInputWith(prompt -> "go on");
    return kernel.end(id);
  }

  @Test
  void anErrorIsToldTwice() {
    Execution cell = kernel.run("int[] none = {}; none[1] = 2;");
    JsonObject reply = cell.reply().content();
    JsonObject published = cell.ofType("error").getFirst().content();
    assertEquals("error", reply.get("status").getAsString());
    for (String field : List.of("ename", "evalue", "traceback")) {
      assertEquals(reply.get(field), published.get(field));
    }
    assertTrue(reply.get("ename").getAsString().contains("ArrayIndexOutOfBounds"));
    assertFalse(reply.getAsJsonArray("traceback").isEmpty());
  }
}
