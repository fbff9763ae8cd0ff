package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.Execution;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that run no cell. */
@Timeout(300)
class RequestsIT {

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

  private static JsonObject ask(String type, String content) {
    return kernel.ask(ClientChannel.SHELL, type, content);
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL"})
  void kernelInfo(ClientChannel channel) {
    JsonObject info = kernel.ask(channel, "kernel_info_request", "{}");
    assertEquals("ok", info.get("status").getAsString());
    assertEquals("5.5", info.get("protocol_version").getAsString());
    assertEquals("weft", info.get("implementation").getAsString());
    assertFalse(info.get("implementation_version").getAsString().isEmpty());
    assertFalse(info.get("banner").getAsString().isEmpty());
    assertFalse(info.getAsJsonArray("help_links").isEmpty());
    JsonObject language = info.getAsJsonObject("language_info");
    assertEquals("java", language.get("name").getAsString());
    assertEquals("text/x-java-source", language.get("mimetype").getAsString());
    assertEquals(System.getProperty("java.version"), language.get("version").getAsString());
  }

  @Test
  void whatWasSentBeforeTheKernelIsUpIsAnswered(@TempDir Path other) throws IOException {
    try (RealKernel early = RealKernel.launch(other, Map.of(), RealKernel.KEY)) {
      WireMessage info = early.client.message("kernel_info_request", new JsonObject());
      early.client.send(ClientChannel.SHELL, info);
      WireMessage control = early.client.message("kernel_info_request", new JsonObject());
      early.client.send(ClientChannel.CONTROL, control);
      String cell = early.send("40 + 2", "{'user_expressions': {'x': '40 + 2'}}");
      for (String id : List.of(info.id(), cell)) {
        early.client.await(ClientChannel.SHELL, reply -> reply.parentId().equals(id));
      }
      early.client.await(ClientChannel.CONTROL, reply -> reply.parentId().equals(control.id()));
    }
  }

  @Test
  void aKernelWithoutKeyNeedsNoSignatures(@TempDir Path other) throws IOException {
    try (RealKernel open = RealKernel.launch(other, Map.of(), "")) {
      open.client.awaitReady();
      assertEquals("2", open.value("1 + 1"));
    }
  }

  @Test
  void inspectionShowsWhatStandsBeforeTheCursor() {
    kernel.value("/** Doubles. */ int twice(int n) { return 2 * n; }");
    JsonObject found = ask("inspect_request", "{'code': '/*😀*/ twice(', 'cursor_pos': 12}");
    assertTrue(found.get("found").getAsBoolean());
    String text = found.getAsJsonObject("data").get("text/plain").getAsString();
    assertTrue(text.contains("twice(int"), text);
    JsonObject missing = ask("inspect_request", "{'code': 'nowhere', 'cursor_pos': 3}");
    assertEquals("ok", missing.get("status").getAsString());
    assertFalse(missing.get("found").getAsBoolean());
    assertEquals(new JsonObject(), missing.getAsJsonObject("data"));
  }

  @Test
  void completionCountsCodePoints() {
    kernel.value("int completeMeNow = 1;");
    JsonObject reply =
        ask("complete_request", "{'code': '/*😀*/ completeMe + 1', 'cursor_pos': 16}");
    assertEquals("completeMeNow", reply.getAsJsonArray("matches").get(0).getAsString());
    assertEquals(6, reply.get("cursor_start").getAsInt());
    assertEquals(16, reply.get("cursor_end").getAsInt());
    assertTrue(reply.getAsJsonObject("metadata").has("_jupyter_types_experimental"));
  }

  @ParameterizedTest
  @CsvSource({"1 + 1, complete", "int f() {, incomplete", "1 +, incomplete", "1 + ), invalid"})
  void isComplete(String code, String status) {
    JsonObject reply = ask("is_complete_request", "{'code': '" + code + "'}");
    assertEquals(status, reply.get("status").getAsString());
    assertEquals(status.equals("incomplete"), reply.has("indent"));
  }

  @Test
  void anUnknownCommIsClosed() {
    assertEquals(new JsonObject(), ask("comm_info_request", "{}").getAsJsonObject("comms"));
    WireMessage open =
        kernel.client.message(
            "comm_open", RealKernel.json("{'comm_id': 'c1', 'target_name': 't', 'data': {}}"));
    kernel.client.send(ClientChannel.SHELL, open);
    WireMessage close = published(open, "comm_close");
    assertEquals("c1", close.text("comm_id"));
    for (String type : List.of("comm_msg", "comm_close")) {
      WireMessage message =
          kernel.client.message(type, RealKernel.json("{'comm_id': 'c1', 'data': {}}"));
      kernel.client.send(ClientChannel.SHELL, message);
      assertTrue(published(message, "status").isStatus("busy"));
      assertTrue(published(message, "status").isStatus("idle"));
    }
  }

  private static WireMessage published(WireMessage request, String type) {
    return kernel.client.await(
        ClientChannel.IOPUB,
        each -> each.parentId().equals(request.id()) && each.type().equals(type));
  }

  @Test
  void connectTellsThePorts() {
    ConnectionFile file = kernel.process.connection();
    JsonObject reply = ask("connect_request", "{}");
    assertEquals(file.shellPort(), reply.get("shell_port").getAsInt());
    assertEquals(file.iopubPort(), reply.get("iopub_port").getAsInt());
    assertEquals(file.stdinPort(), reply.get("stdin_port").getAsInt());
    assertEquals(file.heartbeatPort(), reply.get("hb_port").getAsInt());
    assertEquals(file.controlPort(), reply.get("control_port").getAsInt());
  }

  @Test
  void usageCountsBothProcesses() {
    kernel.value("byte[] much = new byte[64 << 20]; for (int i = 0; i < 64; i++) much[i << 20]++;");
    JsonObject usage = kernel.ask(ClientChannel.CONTROL, "usage_request", "{}");
    assertEquals(kernel.process.handle().pid(), usage.get("pid").getAsLong());
    assertTrue(usage.get("kernel_memory").getAsLong() > 100L << 20, usage.toString());
    assertTrue(usage.get("cpu_count").getAsInt() > 0);
    JsonObject memory = usage.getAsJsonObject("host_virtual_memory");
    assertTrue(memory.get("total").getAsLong() >= memory.get("available").getAsLong());
  }

  @Test
  void debugRequestsAreRefusedInTheirOwnTerms() {
    JsonObject reply =
        kernel.ask(
            ClientChannel.CONTROL,
            "debug_request",
            "{'type': 'request', 'seq': 7, 'command': 'debugInfo', 'arguments': {}}");
    assertEquals("response", reply.get("type").getAsString());
    assertEquals(7, reply.get("request_seq").getAsInt());
    assertEquals("debugInfo", reply.get("command").getAsString());
    assertFalse(reply.get("success").getAsBoolean());
  }

  @Test
  void theHeartbeatEchoesWhileACellRuns() {
    String cell = kernel.begin("System.out.println(\"go\"); Thread.sleep(600_000);");
    for (String bytes : List.of("ping", "", "\0\1")) {
      byte[] beat = bytes.getBytes(StandardCharsets.US_ASCII);
      assertArrayEquals(beat, kernel.client.beat(beat));
    }
    kernel.interrupt();
    kernel.end(cell);
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL"})
  void anUnknownMessageIsIgnored(ClientChannel channel) {
    WireMessage unknown = kernel.client.message("no_such_request", new JsonObject());
    kernel.client.send(channel, unknown);
    assertTrue(published(unknown, "status").isStatus("busy"));
    assertTrue(published(unknown, "status").isStatus("idle"));
    kernel.ask(channel, "kernel_info_request", "{}");
    assertNull(kernel.client.poll(channel, Duration.ZERO));
  }

  @Test
  void controlIsAnsweredWhileACellRuns() {
    String cell = kernel.begin("System.out.println(\"go\"); Thread.sleep(600_000);");
    kernel.ask(ClientChannel.CONTROL, "kernel_info_request", "{}");
    kernel.ask(ClientChannel.CONTROL, "usage_request", "{}");
    kernel.interrupt();
    Execution ended = kernel.end(cell);
    assertEquals(2, ended.ofType("status").size());
  }
}
