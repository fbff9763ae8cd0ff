package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.testkit.Execution;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comms between cells and a client. */
@Timeout(300)
class CommIT {

  @TempDir static Path folder;
  private static RealKernel kernel;
  private static CommClient comms;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
    comms = new CommClient(kernel);
    kernel.value("import dev.weft.comm.*;");
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  /** Sends a cell, waits for its end and returns its request's id. */
  private static String cell(String code) {
    return run(code).reply().parentId();
  }

  private static Execution run(String code) {
    Execution execution = kernel.run(code);
    assertTrue(execution.isOk(), () -> execution.reply().content().toString());
    return execution;
  }

  /** Runs a cell that opens a comm, and returns the message that did so. */
  private static WireMessage opening(String code) {
    return run(code).ofType("comm_open").getFirst();
  }

  @Test
  void aClientOpensACommAndIsAnsweredWithBuffers() {
    cell(
        """
        Comms.register("echo", (comm, opening) -> {
          comm.send(Map.of("opened", opening.data().get("x")));
          comm.onMessage(said -> comm.send(
              said.withMetadata(Map.of("count", said.buffers().size()))));
        });
        """);
    comms.open("c1", "echo", "{'x': 5}");
    assertEquals("{\"opened\":5}", CommClient.data(comms.heard("c1", "comm_msg")).toString());
    byte[] large = new byte[3_000_000];
    large[2_999_999] = 7;
    String request = comms.say("c1", "{'text': 'ünï'}", new byte[0], large);
    WireMessage answer = comms.heard("c1", "comm_msg");
    assertEquals(request, answer.parentId());
    assertEquals("{\"text\":\"ünï\"}", CommClient.data(answer).toString());
    assertEquals("{\"count\":2}", answer.metadata().toString());
    assertEquals(0, answer.buffers().get(0).length);
    assertArrayEquals(large, answer.buffers().get(1));
    assertEquals("echo", comms.listed().getAsJsonObject("c1").get("target_name").getAsString());
    comms.awaitIdle(comms.close("c1"));
    assertFalse(comms.listed().has("c1"));
  }

  @Test
  void aCellOpensACommAndHearsTheClient() {
    WireMessage opening =
        opening(
            """
            var scene = Comms.open("scene", Map.of("name", "box"));
            scene.onMessage(said -> System.out.println("heard " + said.data()));
            scene.onClose(said -> System.out.println("closed"));
            """);
    assertEquals("scene", opening.text("target_name"));
    String cell = opening.parentId();
    comms.say(opening.text("comm_id"), "{'n': [1, 2.5, null, 'x']}");
    comms.awaitText(cell, "heard {n=[1, 2.5, null, x]}");
    comms.close(opening.text("comm_id"));
    comms.awaitText(cell, "closed");
    assertEquals("false", kernel.value("scene.isOpen()"));
  }

  @Test
  void anUnknownTargetIsClosed() {
    String request = comms.open("c2", "nobody knows", "{}");
    assertEquals(request, comms.heard("c2", "comm_close").parentId());
    assertFalse(comms.listed().has("c2"));
  }

  @Test
  void callbacksRunWhileACellIsBusy() {
    cell(
        """
        var asked = new java.util.concurrent.CountDownLatch(1);
        Comms.register("release", (comm, opening) -> asked.countDown());
        """);
    String busy = kernel.begin("System.out.println(\"go\"); asked.await();");
    comms.awaitIdle(comms.open("c3", "release", "{}"));
    assertTrue(kernel.end(busy).isOk());
  }

  @Test
  void whatACallbackThrowsIsShownAndEndsNothing() {
    String cell =
        cell(
            """
            Comms.register("fails", (comm, opening) -> comm.onMessage(said -> {
              if (said.data().isEmpty()) throw new IllegalStateException("on " + "purpose");
              comm.send(Map.of("still", "there"));
            }));
            """);
    comms.open("c4", "fails", "{}");
    comms.awaitIdle(comms.say("c4", "{}"));
    comms.awaitText(cell, "IllegalStateException: on purpose");
    comms.say("c4", "{'x': 1}");
    assertEquals(
        "{\"still\":\"there\"}", CommClient.data(comms.heard("c4", "comm_msg")).toString());
  }

  @Test
  void anInterruptEndsACallbackThatLoops() {
    String worker = kernel.worker();
    String cell =
        cell(
            """
            Comms.register("loops", (comm, opening) -> {
              System.out.println("looping");
              while (true) { Thread.onSpinWait(); }
            });
            """);
    String request = comms.open("c5", "loops", "{}");
    comms.awaitText(cell, "looping");
    kernel.interrupt();
    comms.awaitIdle(request);
    comms.awaitText(cell, "A callback was interrupted.");
    assertEquals(worker, kernel.worker());
    comms.awaitIdle(comms.open("c6", "nobody knows", "{}"));
  }

  @Test
  void anInterruptedCellsCallbacksStillRun() {
    String cell =
        kernel.begin(
            """
            Comms.register("later", (comm, opening) -> System.out.println("still here"));
            System.out.println("go");
            while (true) { Thread.onSpinWait(); }
            """);
    kernel.interrupt();
    kernel.end(cell);
    comms.open("c7", "later", "{}");
    comms.awaitText(cell, "still here");
  }

  @Test
  void orderIsKept() {
    String cell =
        cell(
            """
            var order = new StringBuffer();
            Comms.register("order", (comm, opening) ->
                comm.onMessage(said -> order.append(said.data().get("i")).append(' ')));
            """);
    comms.open("c8", "order", "{}");
    StringBuilder expected = new StringBuilder();
    String last = cell;
    for (int i = 0; i < 100; i++) {
      last = comms.say("c8", "{'i': " + i + "}");
      expected.append(i).append(' ');
    }
    comms.awaitIdle(last);
    assertEquals("true", kernel.value("order.toString().equals(\"" + expected + "\")"));
  }

  @Test
  void commsEndWithTheirWorker() {
    String lost = opening("Comms.open(\"lost\", Map.of());").text("comm_id");
    String end = kernel.send("System.exit(3);", "{}");
    comms.heard(lost, "comm_close");
    kernel.end(end);
    assertFalse(comms.listed().has(lost));
    comms.open("c9", "loops", "{}");
    comms.heard("c9", "comm_close");
    assertEquals("2", kernel.value("1 + 1"));
  }

  @Test
  void aCallbackThatAsksForInputIsRefused() {
    String cell =
        cell("Comms.register(\"asks\", (comm, opening) -> System.out.println(IO.readln(\"? \")));");
    comms.awaitIdle(comms.open("c10", "asks", "{}"));
    comms.awaitText(cell, "InputRefusedException");
  }
}
