package dev.weft.front.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.JupyterClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** What clients that read slowly, or not at all, may do to the kernel and to each other. */
@Timeout(180)
class FlowControlTest {
  private static final String TEXT = "x".repeat(1 << 16);
  private static final int MESSAGES = 1000;
  private static final Limits PATIENT =
      new Limits(1 << 18, 4, Duration.ofMinutes(10), Duration.ofSeconds(1));

  @TempDir Path directory;

  @Test
  void aSlowClientHoldsBackTheSenderAndLosesNothing() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory, PATIENT);
        ZContext context = new ZContext();
        JupyterClient client = kernel.connect()) {
      ZMQ.Socket slow = idleSubscriber(context, kernel);
      Thread sender = Thread.ofPlatform().daemon().start(() -> publishAll(kernel));
      for (int i = 0; i < 20; i++) {
        client.send(ClientChannel.CONTROL, client.message("some_request", new JsonObject()));
      }
      assertTrue(sender.isAlive());
      assertEquals(MESSAGES, countStreams(slow));
      for (int i = 0; i < 20; i++) {
        client.receive(ClientChannel.CONTROL);
      }
      sender.join();
    }
  }

  @Test
  void aControlRequestReachesTheKernelWhileOutputIsHeldBack() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory, PATIENT);
        ZContext context = new ZContext();
        JupyterClient client = kernel.connect()) {
      ZMQ.Socket slow = idleSubscriber(context, kernel);
      Thread sender = Thread.ofPlatform().daemon().start(() -> publishAll(kernel));
      awaitBlocked(sender);
      client.send(ClientChannel.CONTROL, client.message("throw", new JsonObject()));
      assertTrue(kernel.notice().contains("as asked"));
      assertTrue(sender.isAlive());
      assertEquals(MESSAGES, countStreams(slow));
    }
  }

  @Test
  void aClientThatStopsReadingIsPassedOver() throws Exception {
    Limits limits = new Limits(1 << 18, 4, Duration.ofMillis(300), Duration.ofSeconds(1));
    try (TestKernel kernel = TestKernel.started(directory, limits);
        ZContext context = new ZContext();
        JupyterClient client = kernel.connect()) {
      idleSubscriber(context, kernel);
      Thread sender = Thread.ofPlatform().daemon().start(() -> publishAll(kernel));
      for (int i = 0; i < MESSAGES; i++) {
        client.await(ClientChannel.IOPUB, message -> message.type().equals("stream"));
      }
      sender.join();
      assertTrue(kernel.notice().contains("A client read no output"));
      assertTrue(client.execute("1").isOk());
    }
  }

  @Test
  void aClientThatReadsAgainIsServedAgain() throws Exception {
    Limits limits = new Limits(1 << 18, 4, Duration.ofMillis(300), Duration.ofSeconds(1));
    try (TestKernel kernel = TestKernel.started(directory, limits);
        ZContext context = new ZContext();
        JupyterClient client = kernel.connect()) {
      ZMQ.Socket stalled = idleSubscriber(context, kernel);
      publishAll(kernel);
      assertTrue(kernel.notice().contains("A client read no output"));
      stalled.setReceiveTimeOut(500);
      boolean served = false;
      while (!served) {
        client.execute("again");
        byte[] frame = stalled.recv();
        while (frame != null && !served) {
          served = new String(frame, UTF_8).contains("again");
          frame = stalled.recv();
        }
      }
    }
  }

  @Test
  void closingLetsABlockedSenderGo() throws Exception {
    TestKernel kernel = TestKernel.started(directory, PATIENT);
    try (kernel;
        ZContext context = new ZContext()) {
      idleSubscriber(context, kernel);
      Thread sender = Thread.ofPlatform().daemon().start(() -> publishAll(kernel));
      awaitBlocked(sender);
      kernel.close();
      sender.join();
    }
  }

  @Test
  void withoutClientsOutputVanishes() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory, PATIENT)) {
      publishAll(kernel);
    }
  }

  private static void publishAll(TestKernel kernel) {
    for (int i = 0; i < MESSAGES; i++) {
      kernel.publish(new JsonObject(), "stream", "text", i + TEXT);
    }
  }

  /** Returns a subscriber that the kernel knows and that takes one message at a time. */
  private static ZMQ.Socket idleSubscriber(ZContext context, TestKernel kernel) {
    ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
    subscriber.setRcvHWM(1);
    subscriber.setReceiveBufferSize(1 << 16);
    subscriber.setReceiveTimeOut(60_000);
    subscriber.setHandshakeIvl(3_000); // JeroMQ's clients lose a connection now and then
    subscriber.subscribe(new byte[0]);
    subscriber.connect("tcp://127.0.0.1:" + kernel.file.iopubPort());
    byte[] welcome = subscriber.recv();
    assertEquals(0, welcome.length);
    while (subscriber.hasReceiveMore()) {
      subscriber.recv();
    }
    return subscriber;
  }

  private static int countStreams(ZMQ.Socket subscriber) {
    int count = 0;
    while (count < MESSAGES) {
      byte[] frame = subscriber.recv();
      if (frame == null) {
        return count;
      }
      if (frame.length > TEXT.length()) {
        String text = new String(frame, UTF_8);
        assertTrue(text.startsWith("{\"text\":\"" + count + "x"), () -> text.substring(0, 40));
        count++;
      }
    }
    return count;
  }

  private static void awaitBlocked(Thread sender) {
    while (sender.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
