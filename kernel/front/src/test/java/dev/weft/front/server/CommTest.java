package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.comm.CommMessage;
import dev.weft.comm.CommMessage.Kind;
import dev.weft.front.protocol.Channel;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommTest {

  private static final byte[] BUFFER = {1, 2, 3};

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

  private String send(String type, String content) {
    return kernel.send(
        Channel.SHELL,
        type,
        TestKernel.json(content),
        TestKernel.json("{version: '2.1.0'}"),
        List.of(BUFFER));
  }

  @Test
  void passesOnAndBackDataMetadataAndBuffers() throws Exception {
    send("comm_open", "{comm_id: 'c', target_name: 'echo', data: {x: 1}}");
    String id = send("comm_msg", "{comm_id: 'c', data: {n: [1, 2.5, null]}}");
    assertEquals(List.of("iopub:busy", "iopub:comm_msg", "iopub:idle"), kernel.types(id));
    CommMessage heard = kernel.interpreter().comms.getLast();
    assertEquals("{\"n\":[1,2.5,null]}", heard.data());
    assertEquals("{\"version\":\"2.1.0\"}", heard.metadata());
    assertArrayEquals(BUFFER, heard.buffers().getFirst());
    Sent back = kernel.published(id, "comm_msg");
    assertEquals("c", back.text("comm_id"));
    assertEquals("[1,2.5,null]", back.content().getAsJsonObject("data").get("n").toString());
    assertEquals("2.1.0", back.message().metadata().get("version").getAsString());
    assertArrayEquals(BUFFER, back.message().buffers().getFirst());
  }

  @Test
  void listsCommsWithTheirTargets() throws Exception {
    String id = send("comm_open", "{comm_id: 'a', target_name: 'echo'}");
    kernel.answers(id);
    kernel
        .interpreter()
        .sink
        .comm(0, new CommMessage(Kind.OPEN, "b", "jupyter.widget", "{}", "{}", List.of()));
    assertEquals("{\"a\":{\"target_name\":\"echo\"}}", comms("{target_name: 'echo'}"));
    assertEquals(
        "{\"a\":{\"target_name\":\"echo\"},\"b\":{\"target_name\":\"jupyter.widget\"}}",
        comms("{}"));
    kernel.answers(send("comm_close", "{comm_id: 'a'}"));
    kernel.interpreter().sink.comm(0, CommMessage.close("b"));
    assertEquals("{}", comms("{}"));
  }

  @Test
  void closesWhatNobodyKnows() throws Exception {
    String id = send("comm_open", "{comm_id: 'c', target_name: 'unknown'}");
    assertEquals("c", kernel.published(id, "comm_close").text("comm_id"));
    assertEquals("{}", comms("{}"));
  }

  @Test
  void isHandledWhileACellRuns() throws Exception {
    String cell = kernel.awaitBusy(kernel.execute("block"));
    kernel.answers(send("comm_open", "{comm_id: 'c', target_name: 'echo'}"));
    kernel.answers(send("comm_msg", "{comm_id: 'c'}"));
    assertTrue(comms("{}").contains("echo"));
    assertTrue(kernel.interpreter().callers.contains("comm"));
    kernel.interrupt();
    assertEquals("Interrupted", kernel.reply(cell).get("ename").getAsString());
  }

  @Test
  void keepsTheOrderOfMessages() throws Exception {
    send("comm_open", "{comm_id: 'c', target_name: 'echo'}");
    String last = "";
    for (int i = 0; i < 200; i++) {
      last = send("comm_msg", "{comm_id: 'c', data: {i: %d}}".formatted(i));
    }
    kernel.answers(last);
    List<String> heard =
        kernel.interpreter().comms.stream()
            .filter(each -> each.kind() == Kind.MESSAGE)
            .map(CommMessage::data)
            .toList();
    for (int i = 0; i < 200; i++) {
      assertEquals("{\"i\":%d}".formatted(i), heard.get(i));
    }
  }

  @Test
  void anInterruptReachesACallback() throws Exception {
    kernel.answers(send("comm_open", "{comm_id: 'c', target_name: 'echo'}"));
    String id = kernel.awaitBusy(send("comm_msg", "{comm_id: 'c', data: {block: true}}"));
    assertFalse(kernel.sink.all().stream().anyMatch(one -> isIdle(one, id)));
    kernel.interrupt();
    kernel.answers(id);
  }

  @Test
  void whatIsSaidInACellHasTheCellAsItsParent() throws Exception {
    String cell = kernel.execute("nothing");
    kernel.answers(cell);
    long number = kernel.interpreter().executed.getFirst().id();
    kernel
        .interpreter()
        .sink
        .comm(
            number,
            new CommMessage(Kind.OPEN, "w", "jupyter.widget", "{\"s\":1}", "{}", List.of()));
    Sent opening = kernel.published(cell, "comm_open");
    assertEquals("jupyter.widget", opening.text("target_name"));
    assertEquals("{\"s\":1}", opening.content().get("data").toString());
  }

  private static boolean isIdle(Sent one, String parent) {
    return one.parentId().equals(parent) && one.isStatus("idle");
  }

  private String comms(String filter) throws Exception {
    JsonObject reply = kernel.ask(Channel.SHELL, "comm_info_request", filter);
    assertEquals("ok", reply.get("status").getAsString());
    return reply.get("comms").toString();
  }
}
