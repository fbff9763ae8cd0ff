package dev.weft.front.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.ConnectionInfo;
import dev.weft.front.protocol.ConnectionInfo.Transport;
import dev.weft.front.protocol.Session;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.Execution;
import dev.weft.testkit.JupyterClient;
import dev.weft.testkit.WireMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

@Timeout(120)
class JupyterSocketsTest {
  @TempDir Path directory;

  @Test
  void sendsInTheOrderOfHandingOver() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      for (int i = 0; i < 20; i++) {
        Execution execution = client.execute("a\nb\nc");
        assertEquals(List.of("status", "stream", "stream", "stream", "status"), execution.types());
        assertEquals("busy", execution.published().getFirst().text("execution_state"));
        assertTrue(execution.isOk());
      }
    }
  }

  @Test
  void answersOnEachChannel() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      for (ClientChannel channel :
          List.of(ClientChannel.SHELL, ClientChannel.CONTROL, ClientChannel.STDIN)) {
        Execution execution = client.request(channel, "some_request", new JsonObject());
        assertEquals("some_reply", execution.reply().type());
      }
    }
  }

  @Test
  void answersSeveralClients() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient one = kernel.connect();
        JupyterClient two = kernel.connect()) {
      assertTrue(one.execute("1").isOk());
      two.await(ClientChannel.IOPUB, message -> message.text("text").equals("1"));
      assertTrue(two.execute("2").isOk());
    }
  }

  @Test
  void losesNoneOfManySmallMessages() throws Exception {
    int count = 100_000;
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      Thread sender =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < count; i++) {
                      kernel.publish(new JsonObject(), "stream", "text", Integer.toString(i));
                    }
                  });
      for (int i = 0; i < count; i++) {
        WireMessage message =
            client.await(ClientChannel.IOPUB, each -> each.type().equals("stream"));
        assertEquals(Integer.toString(i), message.text("text"));
      }
      sender.join();
    }
  }

  @Test
  void keepsRequestsThatComeBeforeTheStart() throws Exception {
    try (TestKernel kernel =
            new TestKernel(ConnectionFile.tcp(directory, TestKernel.KEY), Limits.DEFAULT);
        JupyterClient client = JupyterClient.connect(kernel.file)) {
      WireMessage request = client.message("kernel_info_request", new JsonObject());
      client.send(ClientChannel.SHELL, request);
      kernel.sockets.start(kernel);
      client.await(ClientChannel.SHELL, reply -> reply.parentId().equals(request.id()));
    }
  }

  @Test
  void welcomesEachSubscriber() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = JupyterClient.connect(kernel.file)) {
      WireMessage welcome = client.receive(ClientChannel.IOPUB);
      assertEquals("iopub_welcome", welcome.type());
      assertEquals("", welcome.text("subscription"));
      assertEquals(new JsonObject(), welcome.parentHeader());
      for (int i = 0; i < 2; i++) {
        try (ZContext context = new ZContext()) {
          ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
          subscriber.setReceiveTimeOut(60_000);
          subscriber.setHandshakeIvl(3_000);
          subscriber.subscribe("kernel.x");
          subscriber.connect("tcp://127.0.0.1:" + kernel.file.iopubPort());
          assertArrayEquals("kernel.x".getBytes(UTF_8), subscriber.recv());
        }
      }
    }
  }

  @Test
  void echoesHeartbeats() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      for (int i = 0; i < 10; i++) {
        byte[] beat = {(byte) i, 0, 1};
        assertArrayEquals(beat, client.beat(beat));
      }
    }
  }

  @Test
  void followsAClientThatComesBackWithItsIdentity() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        ZContext context = new ZContext();
        JupyterClient client = kernel.connect()) {
      for (int i = 0; i < 3; i++) {
        askAsTheSame(context, kernel, client);
      }
    }
  }

  /**
   * Asks over a new connection while the earlier ones with its identity are open. A connection that
   * JeroMQ's own client loses before the greeting, as its poller may cancel the key that it has
   * just taken over from the connecter, is replaced by another.
   */
  private static void askAsTheSame(ZContext context, TestKernel kernel, JupyterClient client) {
    for (int attempt = 0; attempt < 12; attempt++) {
      if (ask(dealer(context, kernel), client)) {
        return;
      }
    }
    fail("no answer on any of twelve connections");
  }

  private static ZMQ.Socket dealer(ZContext context, TestKernel kernel) {
    ZMQ.Socket dealer = context.createSocket(SocketType.DEALER);
    dealer.setIdentity("the same".getBytes(UTF_8));
    dealer.setReceiveTimeOut(8_000);
    dealer.setReconnectIVL(-1);
    dealer.connect("tcp://127.0.0.1:" + kernel.file.shellPort());
    return dealer;
  }

  /** Whether a reply came. */
  private static boolean ask(ZMQ.Socket dealer, JupyterClient client) {
    List<byte[]> frames = client.frames(client.message("some_request", new JsonObject()));
    for (int i = 0; i < frames.size(); i++) {
      dealer.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
    byte[] first = dealer.recv();
    if (first == null) {
      return false;
    }
    assertArrayEquals("<IDS|MSG>".getBytes(UTF_8), first);
    while (dealer.hasReceiveMore()) {
      dealer.recv();
    }
    return true;
  }

  @Test
  void sendsWhatIsPendingWhenClosed() throws Exception {
    for (int i = 0; i < 10; i++) {
      TestKernel kernel = TestKernel.started(directory);
      try (JupyterClient client = kernel.connect()) {
        WireMessage request = client.message("execute_request", new JsonObject());
        client.send(ClientChannel.SHELL, request);
        client.await(ClientChannel.IOPUB, message -> message.parentId().equals(request.id()));
        kernel.publish(new JsonObject(), "last", "text", "words");
        kernel.close();
        client.await(ClientChannel.IOPUB, message -> message.type().equals("last"));
      }
    }
  }

  @Test
  void closesBeforeAndAfterTheStartAndTwice() throws Exception {
    TestKernel neverStarted =
        new TestKernel(ConnectionFile.tcp(directory, TestKernel.KEY), Limits.DEFAULT);
    neverStarted.close();
    neverStarted.close();
    assertThrows(IllegalStateException.class, () -> neverStarted.sockets.start(neverStarted));
    TestKernel kernel = TestKernel.started(directory);
    kernel.close();
    kernel.close();
    kernel.publish(new JsonObject(), "stream", "text", "to nobody");
  }

  @Test
  void namesTheChannelAndTheAddressThatCannotBeBound() throws Exception {
    ConnectionFile file = ConnectionFile.tcp(directory, TestKernel.KEY);
    try (ServerSocket taken =
        new ServerSocket(file.iopubPort(), 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          "Cannot bind the iopub channel to tcp://127.0.0.1:"
              + taken.getLocalPort()
              + ": Address already in use.",
          refusal(ConnectionInfo.read(file.path())));
    }
    new TestKernel(file, Limits.DEFAULT).close();
    assertEquals(
        "Cannot bind the shell channel to tcp://192.0.2.1:7: Cannot assign requested address.",
        refusal(new ConnectionInfo(Transport.TCP, "192.0.2.1", 7, 7, 7, 7, 7, "")));
    String badIp =
        refusal(new ConnectionInfo(Transport.TCP, "no.such.host.invalid", 7, 7, 7, 7, 7, ""));
    assertTrue(
        badIp.startsWith("Cannot bind the shell channel to tcp://no.such.host.invalid:7: "), badIp);
  }

  private static String refusal(ConnectionInfo info) {
    Exception e =
        assertThrows(
            SocketBindException.class,
            () -> JupyterSockets.bind(info, new Session(), notice -> {}).close());
    return String.valueOf(e.getMessage());
  }
}
