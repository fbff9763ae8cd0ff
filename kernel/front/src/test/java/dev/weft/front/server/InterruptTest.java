package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {

  @TempDir Path state;

  @Test
  void stopsTheRunningCellAndAbortsWhatWaits() throws Exception {
    try (var kernel = new TestKernel(state)) {
      String running = kernel.execute("block", "stop_on_error: false");
      String waiting = kernel.execute("value 1");
      String info = kernel.send(Channel.SHELL, "kernel_info_request", new JsonObject());
      kernel.published(running, "execute_input");
      assertEquals("ok", kernel.interrupt().get("status").getAsString());
      assertEquals("Interrupted", kernel.reply(running).get("ename").getAsString());
      assertEquals("Interrupted", kernel.published(running, "error").text("ename"));
      assertEquals("aborted", status(kernel, waiting));
      assertEquals("ok", status(kernel, info));
      assertEquals("ok", status(kernel, kernel.execute("value 2")));
      assertTrue(kernel.interpreter().callers.contains("control"));
    }
  }

  @Test
  void withoutACellItDoesNothing() throws Exception {
    try (var kernel = new TestKernel(state)) {
      kernel.run("value 1");
      kernel.interrupt();
      assertEquals("ok", kernel.run("value 2").get("status").getAsString());
    }
  }

  @Test
  void isNotLostBetweenTakingACellAndRunningIt() throws Exception {
    try (var kernel = new TestKernel(state)) {
      kernel.run("value 1");
      atBusyOfNextCell(kernel);
      String id = kernel.execute("block");
      assertEquals("Interrupted", kernel.reply(id).get("ename").getAsString());
      assertEquals(1, kernel.interpreter().executed.size(), "was not run at all");
      assertEquals("ok", kernel.run("value 2").get("status").getAsString());
    }
  }

  private static void atBusyOfNextCell(TestKernel kernel) {
    AtomicBoolean done = new AtomicBoolean();
    kernel.sink.onSend(
        one -> {
          if (onShell(one) && one.isStatus("busy") && done.compareAndSet(false, true)) {
            interrupt(kernel);
          }
        });
  }

  private static boolean onShell(Sent one) {
    return one.thread().equals("shell");
  }

  @Test
  void isNotLostBetweenCallingTheInterpreterAndItsBeginning() throws Exception {
    try (var kernel = new TestKernel(state)) {
      kernel.interpreter().whenEntering(() -> interrupt(kernel));
      String id = kernel.execute("block");
      assertEquals("Interrupted", kernel.reply(id).get("ename").getAsString());
    }
  }

  @Test
  void afterACellHasEndedItDoesNotTouchTheNextOne() throws Exception {
    try (var kernel = new TestKernel(state)) {
      AtomicBoolean done = new AtomicBoolean();
      kernel.sink.onSend(
          one -> {
            if (one.type().equals("execute_reply") && done.compareAndSet(false, true)) {
              interrupt(kernel);
            }
          });
      assertEquals("ok", kernel.run("value 1").get("status").getAsString());
      assertEquals("ok", kernel.run("value 2").get("status").getAsString());
    }
  }

  @Test
  void whileTheInterpreterStartsTheCellEndsAtOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (var kernel =
        new TestKernel(
            state,
            output -> {
              await(gate);
              return new EchoInterpreter(output);
            })) {
      String first = kernel.execute("block");
      String second = kernel.execute("value 1");
      kernel.published(first, "execute_input");
      kernel.interrupt();
      assertEquals("Interrupted", kernel.reply(first).get("ename").getAsString());
      assertEquals("aborted", status(kernel, second));
      gate.countDown();
      assertEquals("ok", kernel.run("value 2").get("status").getAsString());
    }
  }

  @Test
  void duringUserExpressionsStopsThem() throws Exception {
    try (var kernel = new TestKernel(state)) {
      String id = kernel.execute("print before", "user_expressions: {a: 'block', b: 'value 1'}");
      kernel.published(id, "stream");
      kernel.interrupt();
      JsonObject reply = kernel.reply(id);
      assertEquals("ok", reply.get("status").getAsString());
      JsonObject values = reply.getAsJsonObject("user_expressions");
      assertEquals("Interrupted", values.getAsJsonObject("a").get("ename").getAsString());
      assertEquals("Interrupted", values.getAsJsonObject("b").get("ename").getAsString());
    }
  }

  @Test
  void atAnyMomentEveryCellIsAnsweredAndNoneHangs() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("InterruptTest seed " + seed);
    Random random = new Random(seed);
    try (var kernel = new TestKernel(state)) {
      for (int round = 0; round < 200; round++) {
        String cell = kernel.execute("block");
        kernel.awaitBusy(cell);
        for (int spin = random.nextInt(2000); spin > 0; spin--) {
          Thread.onSpinWait();
        }
        kernel.interrupt();
        assertEquals("Interrupted", kernel.reply(cell).get("ename").getAsString(), "seed " + seed);
      }
    }
  }

  /** Sends an interrupt and waits until it was carried out. */
  private static void interrupt(TestKernel kernel) {
    try {
      kernel.interrupt();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String status(TestKernel kernel, String id) throws Exception {
    return kernel.reply(id).get("status").getAsString();
  }

  @Test
  void isAnsweredBetweenBusyAndIdle() throws Exception {
    try (var kernel = new TestKernel(state)) {
      String id = kernel.send(Channel.CONTROL, "interrupt_request", new JsonObject());
      assertEquals(
          List.of("iopub:busy", "control:interrupt_reply", "iopub:idle"), kernel.types(id));
    }
  }
}
