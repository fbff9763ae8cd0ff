package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LifeCycleTest {

  @TempDir Path state;

  @Test
  void answersWhatItCanBeforeTheInterpreterIsThere() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (var kernel = slowKernel(gate)) {
      for (String type : List.of("kernel_info_request", "comm_info_request", "connect_request")) {
        assertEquals("ok", kernel.ask(Channel.SHELL, type, "{}").get("status").getAsString());
      }
      kernel.ask(Channel.CONTROL, "usage_request", "{}");
      String cell = kernel.execute("value 1");
      String question =
          kernel.send(Channel.SHELL, "is_complete_request", TestKernel.json("{code: 'x'}"));
      kernel.published(cell, "execute_input");
      gate.countDown();
      assertEquals("ok", kernel.reply(cell).get("status").getAsString());
      assertEquals("complete", kernel.reply(question).get("status").getAsString());
    }
  }

  private TestKernel slowKernel(CountDownLatch gate) {
    return new TestKernel(
        state,
        output -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new EchoInterpreter(output);
        });
  }

  @Test
  void saysWhyTheInterpreterDidNotStartAndGoesOn() throws Exception {
    try (var kernel =
        new TestKernel(
            state,
            _ -> {
              throw new IllegalStateException("no such option: -Xfoo");
            })) {
      String cell = kernel.execute("value 1");
      JsonObject reply = kernel.reply(cell);
      assertEquals("error", reply.get("status").getAsString());
      assertTrue(reply.get("evalue").getAsString().contains("-Xfoo"));
      assertEquals(
          reply.get("evalue").getAsString(), kernel.published(cell, "error").text("evalue"));
      JsonObject completion = kernel.ask(Channel.SHELL, "complete_request", "{code: 'x'}");
      assertEquals("StartFailed", completion.get("ename").getAsString());
      assertEquals(
          "ok", kernel.ask(Channel.SHELL, "kernel_info_request", "{}").get("status").getAsString());
      kernel.interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL"})
  void shutdownIsAnsweredAndBroadcastAndThenAllIsSilent(Channel channel) throws Exception {
    try (var kernel = new TestKernel(state)) {
      String id = kernel.send(channel, "shutdown_request", TestKernel.json("{restart: true}"));
      kernel.execute("value 1");
      assertTrue(kernel.server.awaitShutdown());
      String name = channel == Channel.SHELL ? "shell" : "control";
      assertEquals(
          List.of("iopub:busy", name + ":shutdown_reply", "iopub:shutdown_reply", "iopub:idle"),
          kernel.types(id));
      for (Sent one : kernel.answers(id)) {
        if (one.type().equals("shutdown_reply")) {
          assertTrue(one.content().get("restart").getAsBoolean());
          assertEquals("ok", one.text("status"));
        }
      }
      assertTrue(kernel.sink.all().getLast().parentId().equals(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{restart: false}"})
  void shutdownWithARunningCellDoesNotWaitForIt(String content) throws Exception {
    EchoInterpreter interpreter;
    RecordingSink sink;
    String cell;
    try (var kernel = new TestKernel(state)) {
      interpreter = kernel.interpreter();
      sink = kernel.sink;
      cell = kernel.execute("block");
      kernel.published(cell, "execute_input");
      kernel.send(Channel.CONTROL, "shutdown_request", TestKernel.json(content));
      assertFalse(kernel.server.awaitShutdown());
      assertFalse(interpreter.isClosed());
    }
    assertTrue(interpreter.isClosed());
    assertTrue(sink.answers(cell).stream().noneMatch(one -> one.isStatus("idle")));
  }

  @Test
  void interpreterThatComesAfterTheEndIsClosed() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    var kernel = slowKernel(gate);
    kernel.close();
    gate.countDown();
    EchoInterpreter interpreter = kernel.interpreter();
    interpreter.awaitClose();
    assertTrue(interpreter.isClosed());
  }

  @Test
  void endsWithoutAClient() throws Exception {
    try (var kernel = new TestKernel(state)) {
      kernel.server.end();
      assertFalse(kernel.server.awaitShutdown());
    }
  }
}
