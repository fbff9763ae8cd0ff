package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.display.DisplayData;
import dev.weft.front.protocol.Channel;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecuteTest {

  @TempDir Path state;
  private TestKernel kernel;

  @BeforeEach
  void start() {
    kernel = new TestKernel(state);
  }

  @AfterEach
  void end() {
    kernel.close();
  }

  @Test
  void sendsBusyInputOutputReplyAndIdleInThatOrder() throws Exception {
    assertEquals(
        List.of(
            "iopub:busy",
            "iopub:execute_input",
            "iopub:stream",
            "shell:execute_reply",
            "iopub:idle"),
        kernel.types(kernel.execute("print hello")));
    String id = kernel.execute("value 7");
    assertEquals(
        List.of(
            "iopub:busy",
            "iopub:execute_input",
            "iopub:execute_result",
            "shell:execute_reply",
            "iopub:idle"),
        kernel.types(id));
    assertEquals("7", text(kernel.published(id, "execute_result")));
    assertEquals(
        2, kernel.published(id, "execute_result").content().get("execution_count").getAsInt());
  }

  @Test
  void repliesToTheClientWithTheWholeHeaderAsParent() throws Exception {
    Sent reply = kernel.published(kernel.execute("value 1"), "execute_reply");
    assertArrayEquals(TestKernel.IDENTITY, reply.message().identities().getFirst());
    assertTrue(reply.message().parentHeader().has("unknown"));
    assertEquals("5.5", reply.message().header().version());
    assertTrue(reply.message().metadata().has("started"));
  }

  @Test
  void replyHasEveryField() throws Exception {
    JsonObject reply = kernel.run("value 1");
    assertEquals("ok", reply.get("status").getAsString());
    assertEquals(1, reply.get("execution_count").getAsInt());
    assertTrue(reply.getAsJsonArray("payload").isEmpty());
    assertTrue(reply.getAsJsonObject("user_expressions").isEmpty());
  }

  @Test
  void countsCellsThatStoreHistoryOnly() throws Exception {
    assertEquals(1, count(kernel.run("value 1")));
    String silent = kernel.execute("value 2", "silent: true");
    assertEquals(1, count(kernel.reply(silent)));
    assertEquals(List.of("iopub:busy", "shell:execute_reply", "iopub:idle"), kernel.types(silent));
    String unstored = kernel.execute("value 3", "store_history: false");
    assertEquals(1, count(kernel.reply(unstored)));
    assertEquals(2, count(kernel.published(unstored, "execute_input").content()));
    assertEquals(2, count(kernel.run("fail x", "stop_on_error: false")));
    assertEquals(3, count(kernel.run("value 4")));
  }

  @Test
  void emptyCodeIsNotCountedAndNotRun() throws Exception {
    for (String code : List.of("", " \n\t")) {
      String id = kernel.execute(code);
      assertEquals(0, count(kernel.reply(id)));
      assertEquals("ok", kernel.reply(id).get("status").getAsString());
    }
    assertTrue(kernel.interpreter().executed.isEmpty());
  }

  @Test
  void silentOutputIsStillShown() throws Exception {
    String id = kernel.execute("print hello", "silent: true");
    assertEquals(
        List.of("iopub:busy", "iopub:stream", "shell:execute_reply", "iopub:idle"),
        kernel.types(id));
  }

  @Test
  void passesFieldsOnToTheInterpreter() throws Exception {
    kernel.run("nothing", "silent: true, allow_stdin: true");
    var cell = kernel.interpreter().executed.getFirst();
    assertEquals("nothing", cell.code());
    assertTrue(cell.silent());
    assertTrue(cell.allowStdin());
  }

  @Test
  void errorIsPublishedAndReplied() throws Exception {
    String id = kernel.execute("fail why");
    assertEquals(
        List.of(
            "iopub:busy",
            "iopub:execute_input",
            "iopub:error",
            "shell:execute_reply",
            "iopub:idle"),
        kernel.types(id));
    for (JsonObject content : List.of(kernel.reply(id), kernel.published(id, "error").content())) {
      assertEquals("Failure", content.get("ename").getAsString());
      assertEquals("why", content.get("evalue").getAsString());
      assertEquals(List.of("at why"), TestKernel.strings(content.getAsJsonArray("traceback")));
    }
    assertEquals("error", kernel.reply(id).get("status").getAsString());
  }

  @Test
  void deathOfTheWorkerIsAnError() throws Exception {
    String id = kernel.execute("die");
    assertEquals("WorkerDied", kernel.reply(id).get("ename").getAsString());
    assertEquals("exit 137", kernel.published(id, "error").text("evalue"));
    assertEquals("ok", kernel.run("value 1").get("status").getAsString());
  }

  @Test
  void bugInTheInterpreterIsAnErrorAndTheKernelGoesOn() throws Exception {
    JsonObject reply = kernel.run("bug");
    assertEquals("java.lang.IllegalStateException", reply.get("ename").getAsString());
    assertEquals("ok", kernel.run("value 1").get("status").getAsString());
  }

  @Test
  void userExpressionsAreEvaluatedAfterSuccess() throws Exception {
    JsonObject values =
        kernel
            .run("value 1", "user_expressions: {a: 'value 5', b: 'fail no', c: 3, d: {}, e: 'x'}")
            .getAsJsonObject("user_expressions");
    JsonObject a = values.getAsJsonObject("a");
    assertEquals("ok", a.get("status").getAsString());
    assertEquals("5", a.getAsJsonObject("data").get("text/plain").getAsString());
    assertTrue(a.getAsJsonObject("metadata").isEmpty());
    JsonObject b = values.getAsJsonObject("b");
    assertEquals("error", b.get("status").getAsString());
    assertEquals("Failure", b.get("ename").getAsString());
    assertEquals("no", b.get("evalue").getAsString());
    assertFalse(b.getAsJsonArray("traceback").isEmpty());
    assertEquals("BadRequest", values.getAsJsonObject("c").get("ename").getAsString());
    assertEquals("BadRequest", values.getAsJsonObject("d").get("ename").getAsString());
    assertTrue(values.getAsJsonObject("e").getAsJsonObject("data").isEmpty());
  }

  @Test
  void userExpressionsAreNotEvaluatedAfterAnError() throws Exception {
    JsonObject reply = kernel.run("fail x", "user_expressions: {a: 'value 5'}");
    assertTrue(reply.getAsJsonObject("user_expressions").isEmpty());
  }

  @Test
  void errorAbortsTheCellsThatWaitAndNothingElse() throws Exception {
    var queued = new Queued();
    kernel.interpreter().whenEntering(queued::send);
    assertEquals("error", kernel.run("fail x").get("status").getAsString());
    JsonObject aborted = kernel.reply(queued.cell);
    assertEquals("aborted", aborted.get("status").getAsString());
    assertEquals(1, count(aborted));
    assertEquals(
        List.of("iopub:busy", "shell:execute_reply", "iopub:idle"), kernel.types(queued.cell));
    assertEquals("ok", kernel.reply(queued.info).get("status").getAsString());
    assertEquals("aborted", kernel.reply(queued.second).get("status").getAsString());
    assertEquals("ok", kernel.run("value 1").get("status").getAsString());
    assertEquals(2, kernel.interpreter().executed.size());
  }

  @Test
  void errorAbortsNothingWithoutStopOnError() throws Exception {
    var queued = new Queued();
    kernel.interpreter().whenEntering(queued::send);
    kernel.run("fail x", "stop_on_error: false");
    assertEquals("ok", kernel.reply(queued.cell).get("status").getAsString());
  }

  /** Requests that are sent once, while the first cell runs. */
  private final class Queued {
    private String cell = "";
    private String info = "";
    private String second = "";

    void send() {
      if (cell.isEmpty()) {
        cell = kernel.execute("value 2");
        info = kernel.send(Channel.SHELL, "kernel_info_request", new JsonObject());
        second = kernel.execute("value 3");
      }
    }
  }

  @Test
  void showsUpdatesAndClears() throws Exception {
    kernel
        .interpreter()
        .showing(
            new DisplayData(
                Map.of(
                    "text/plain", "{\"a\":1}",
                    "application/json", "{\"a\":1}",
                    "application/vnd.vegalite.v5+json", "[1]",
                    "model/broken+json", "{"),
                Map.of("image/png", "{\"width\":3}", "free", "true")));
    String show = kernel.execute("show chart");
    JsonObject content = kernel.published(show, "display_data").content();
    JsonObject data = content.getAsJsonObject("data");
    assertEquals("{\"a\":1}", data.get("text/plain").getAsString());
    assertEquals(1, data.getAsJsonObject("application/json").get("a").getAsInt());
    assertEquals(1, data.getAsJsonArray("application/vnd.vegalite.v5+json").size());
    assertEquals("{", data.get("model/broken+json").getAsString());
    JsonObject metadata = content.getAsJsonObject("metadata");
    assertEquals(3, metadata.getAsJsonObject("image/png").get("width").getAsInt());
    assertTrue(metadata.get("free").getAsBoolean());
    assertEquals("chart", content.getAsJsonObject("transient").get("display_id").getAsString());
    Sent update = kernel.published(kernel.execute("update chart"), "update_display_data");
    assertEquals(
        "chart", update.content().getAsJsonObject("transient").get("display_id").getAsString());
    Sent clear = kernel.published(kernel.execute("clear"), "clear_output");
    assertTrue(clear.content().get("wait").getAsBoolean());
  }

  @Test
  void outputOfAnEndedCellGoesToThatCell() throws Exception {
    String first = kernel.execute("value 1");
    kernel.reply(first);
    String second = kernel.execute("value 2");
    kernel.reply(second);
    var interpreter = kernel.interpreter();
    interpreter.sink.stream(interpreter.executed.getFirst().id(), "stderr", "late");
    assertEquals("late", kernel.published(first, "stream").text("text"));
    assertEquals("stderr", kernel.published(first, "stream").text("name"));
    interpreter.sink.stream(987654321, "stdout", "of nobody");
    assertEquals("of nobody", kernel.published(second, "stream").text("text"));
  }

  @Test
  void cellsRunOnTheShellThread() throws Exception {
    Sent reply = kernel.published(kernel.execute("value 1"), "execute_reply");
    assertEquals("shell", reply.thread());
    assertEquals(List.of("shell"), kernel.interpreter().callers);
    Sent stream = kernel.published(kernel.execute("print x"), "stream");
    assertEquals("worker-link", stream.thread());
  }

  private static int count(JsonObject content) {
    return content.get("execution_count").getAsInt();
  }

  private static String text(Sent message) {
    return message.content().getAsJsonObject("data").get("text/plain").getAsString();
  }
}
