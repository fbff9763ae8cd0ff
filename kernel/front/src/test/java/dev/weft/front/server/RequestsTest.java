package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

  private static final String EMOJI = "😀";

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
  void saysStartingOnceAndFirst() throws Exception {
    kernel.run("value 1");
    List<Sent> all = kernel.sink.all();
    assertTrue(all.getFirst().isStatus("starting"));
    assertEquals(1, all.stream().filter(one -> one.isStatus("starting")).count());
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL"})
  void kernelInfoIsComplete(Channel channel) throws Exception {
    JsonObject info = kernel.ask(channel, "kernel_info_request", "{}");
    assertEquals("ok", info.get("status").getAsString());
    assertEquals("5.5", info.get("protocol_version").getAsString());
    assertEquals("weft", info.get("implementation").getAsString());
    assertEquals("9.9", info.get("implementation_version").getAsString());
    assertTrue(info.get("banner").getAsString().contains("9.9"));
    assertFalse(info.get("debugger").getAsBoolean());
    assertTrue(info.getAsJsonArray("supported_features").isEmpty());
    for (var link : info.getAsJsonArray("help_links")) {
      assertTrue(link.getAsJsonObject().get("url").getAsString().startsWith("https://"));
    }
    JsonObject language = info.getAsJsonObject("language_info");
    assertEquals("java", language.get("name").getAsString());
    assertEquals(System.getProperty("java.version"), language.get("version").getAsString());
    assertEquals(".jshell", language.get("file_extension").getAsString());
    assertEquals("text/x-java-source", language.get("mimetype").getAsString());
  }

  @ParameterizedTest
  @CsvSource({
    "shell, kernel_info_request",
    "shell, execute_request",
    "shell, complete_request",
    "shell, inspect_request",
    "shell, is_complete_request",
    "shell, history_request",
    "shell, comm_info_request",
    "shell, connect_request",
    "control, kernel_info_request",
    "control, interrupt_request",
    "control, usage_request",
    "control, debug_request"
  })
  void everyRequestIsBetweenBusyAndIdle(String channel, String type) throws Exception {
    Channel way = channel.equals("shell") ? Channel.SHELL : Channel.CONTROL;
    String content = "{code: '', hist_access_type: 'tail', silent: true}";
    String id = kernel.send(way, type, TestKernel.json(content));
    String thread = type.startsWith("comm") ? "comm" : channel;
    String reply = channel + ":" + type.replace("request", "reply");
    assertEquals(List.of("iopub:busy", reply, "iopub:idle"), kernel.types(id));
    assertTrue(kernel.answers(id).stream().allMatch(one -> one.thread().equals(thread)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL"})
  void unknownRequestsDoNoHarm(Channel channel) throws Exception {
    for (String type : List.of("create_subshell_request", "", "execute_reply", "input_reply")) {
      String id = kernel.send(channel, type, new JsonObject());
      assertEquals(List.of("iopub:busy", "iopub:idle"), kernel.types(id));
    }
    assertEquals(
        "ok", kernel.ask(channel, "kernel_info_request", "{}").get("status").getAsString());
  }

  @Test
  void completionCountsCodePoints() throws Exception {
    String code = EMOJI + " " + EMOJI + "ab" + EMOJI;
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("cursor_pos", 4);
    JsonObject reply = kernel.reply(kernel.send(Channel.SHELL, "complete_request", content));
    assertEquals(2, reply.get("cursor_start").getAsInt());
    assertEquals(4, reply.get("cursor_end").getAsInt());
    assertEquals(
        List.of(EMOJI + " " + EMOJI + "aX", "Y"),
        TestKernel.strings(reply.getAsJsonArray("matches")));
    JsonArray types =
        reply.getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
    JsonObject first = types.get(0).getAsJsonObject();
    assertEquals(EMOJI + " " + EMOJI + "aX", first.get("text").getAsString());
    assertEquals("method", first.get("type").getAsString());
    assertEquals("X()", first.get("signature").getAsString());
    assertEquals(2, first.get("start").getAsInt());
    assertEquals(4, first.get("end").getAsInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "99", "1e30", "null"})
  void cursorIsBroughtIntoRange(String position) throws Exception {
    JsonObject reply =
        kernel.ask(
            Channel.SHELL,
            "complete_request",
            "{code: '%sab', cursor_pos: %s}".formatted(EMOJI, position));
    assertEquals(position.startsWith("-") ? 0 : 3, reply.get("cursor_end").getAsInt());
  }

  @Test
  void inspectionFindsAndDoesNotFind() throws Exception {
    String content = "{code: '%sab', cursor_pos: 2, detail_level: 1}".formatted(EMOJI);
    JsonObject found = kernel.ask(Channel.SHELL, "inspect_request", content);
    assertTrue(found.get("found").getAsBoolean());
    assertEquals("b more", found.getAsJsonObject("data").get("text/plain").getAsString());
    JsonObject missed = kernel.ask(Channel.SHELL, "inspect_request", "{code: ''}");
    assertFalse(missed.get("found").getAsBoolean());
    assertTrue(missed.getAsJsonObject("data").isEmpty());
    assertTrue(missed.getAsJsonObject("metadata").isEmpty());
  }

  @Test
  void completenessHasItsStates() throws Exception {
    JsonObject open = kernel.ask(Channel.SHELL, "is_complete_request", "{code: '{'}");
    assertEquals("incomplete", open.get("status").getAsString());
    assertEquals("  ", open.get("indent").getAsString());
    JsonObject bad = kernel.ask(Channel.SHELL, "is_complete_request", "{code: '}'}");
    assertEquals("invalid", bad.get("status").getAsString());
    JsonObject good = kernel.ask(Channel.SHELL, "is_complete_request", "{code: 'x'}");
    assertEquals("complete", good.get("status").getAsString());
  }

  @Test
  void historyIsFoundByTailRangeAndSearch() throws Exception {
    kernel.run("value 1");
    kernel.run("print 2");
    kernel.run("value 3", "store_history: false");
    assertEquals("[[1,1,\"value 1\"],[1,2,\"print 2\"]]", history("tail', n: 5"));
    assertEquals("[[1,2,\"print 2\"]]", history("tail', n: 1"));
    assertEquals(
        "[[1,1,[\"value 1\",\"1\"]],[1,2,[\"print 2\",null]]]",
        history("tail', n: 5, output: true"));
    assertEquals("[[1,1,\"value 1\"]]", history("range', session: 0, start: 1, stop: 2"));
    assertEquals("[[1,2,\"print 2\"]]", history("search', pattern: 'pr*'"));
    assertEquals("[]", history("search', pattern: 'pr'"));
  }

  private String history(String rest) throws Exception {
    String content = "{hist_access_type: '" + rest + "}";
    return kernel.ask(Channel.SHELL, "history_request", content).get("history").toString();
  }

  @Test
  void unknownCommTargetIsClosed() throws Exception {
    String open =
        kernel.send(
            Channel.SHELL, "comm_open", TestKernel.json("{comm_id: 'c1', target_name: 'x'}"));
    assertEquals(List.of("iopub:busy", "iopub:comm_close", "iopub:idle"), kernel.types(open));
    assertEquals("c1", kernel.published(open, "comm_close").text("comm_id"));
    for (String type : List.of("comm_msg", "comm_close")) {
      String id = kernel.send(Channel.SHELL, type, TestKernel.json("{comm_id: 'c1'}"));
      assertEquals(List.of("iopub:busy", "iopub:idle"), kernel.types(id));
    }
    JsonObject info = kernel.ask(Channel.SHELL, "comm_info_request", "{}");
    assertTrue(info.getAsJsonObject("comms").isEmpty());
  }

  @Test
  void connectNamesThePorts() throws Exception {
    JsonObject reply = kernel.ask(Channel.SHELL, "connect_request", "{}");
    assertEquals(1, reply.get("shell_port").getAsInt());
    assertEquals(2, reply.get("iopub_port").getAsInt());
  }

  @Test
  void usageHasWhatMonitorsShow() throws Exception {
    kernel.ask(Channel.CONTROL, "usage_request", "{}");
    JsonObject usage = kernel.ask(Channel.CONTROL, "usage_request", "{}");
    assertEquals(ProcessHandle.current().pid(), usage.get("pid").getAsLong());
    assertEquals(Runtime.getRuntime().availableProcessors(), usage.get("cpu_count").getAsInt());
    assertTrue(usage.get("kernel_cpu").getAsDouble() >= 0);
    boolean memoryKnown = usage.has("kernel_memory") && usage.get("kernel_memory").getAsLong() > 0;
    assertEquals(ProcMeter.usable(), memoryKnown);
    assertFalse(usage.get("hostname").getAsString().isEmpty());
    JsonObject memory = usage.getAsJsonObject("host_virtual_memory");
    assertTrue(memory.get("total").getAsLong() > memory.get("available").getAsLong());
    assertTrue(memory.get("percent").getAsDouble() > 0);
  }

  @Test
  void debuggerIsRefusedAsTheDebugProtocolDoes() throws Exception {
    JsonObject reply =
        kernel.ask(
            Channel.CONTROL, "debug_request", "{type: 'request', seq: 4, command: 'initialize'}");
    assertEquals("response", reply.get("type").getAsString());
    assertEquals(4, reply.get("request_seq").getAsInt());
    assertEquals("initialize", reply.get("command").getAsString());
    assertFalse(reply.get("success").getAsBoolean());
    assertFalse(reply.get("message").getAsString().isEmpty());
  }
}
