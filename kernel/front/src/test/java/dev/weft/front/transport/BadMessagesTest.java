package dev.weft.front.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Mutations;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.JupyterClient;
import dev.weft.testkit.WireMessage;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Nothing that comes in ends the loop, and each wrong message leaves one line. */
@Timeout(120)
class BadMessagesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(
      value = ClientChannel.class,
      names = {"SHELL", "CONTROL", "STDIN"})
  void areNoticedAndDropped(ClientChannel channel) throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      WireMessage good = client.message("some_request", new JsonObject());
      List<byte[]> frames = client.frames(good);
      client.sendFrames(channel, with(frames, 1, new byte[0]));
      assertNoticed(kernel, channel, "no signature");
      client.sendFrames(channel, with(frames, 1, "00".getBytes(UTF_8)));
      assertNoticed(kernel, channel, "wrong signature");
      client.sendFrames(channel, with(frames, 5, "{".getBytes(UTF_8)));
      assertNoticed(kernel, channel, "wrong signature");
      client.sendFrames(channel, frames.subList(1, 6));
      assertNoticed(kernel, channel, "no delimiter");
      client.sendFrames(channel, frames.subList(0, 5));
      assertNoticed(kernel, channel, "only 4 of 5 frames");
      client.sendFrames(channel, List.of(new byte[0]));
      assertNoticed(kernel, channel, "no delimiter");
      client.request(channel, "some_request", new JsonObject());
      client.sendFrames(channel, frames);
      client.await(channel, reply -> reply.parentId().equals(good.id()));
      client.sendFrames(channel, frames);
      assertNoticed(kernel, channel, "used before");
      assertEquals(
          "some_reply", client.request(channel, "some_request", new JsonObject()).reply().type());
    }
  }

  @Test
  void includeThoseThatTheHandlerCannotTake() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      client.send(ClientChannel.SHELL, client.message("throw", new JsonObject()));
      String notice = kernel.notice();
      assertTrue(notice.contains("could not be handled") && notice.contains("as asked"), notice);
      assertTrue(client.execute("1").isOk());
    }
  }

  @Test
  void areDroppedOnIopub() throws Exception {
    try (TestKernel kernel = TestKernel.started(directory);
        ZContext context = new ZContext();
        JupyterClient client = kernel.connect()) {
      ZMQ.Socket upstream = context.createSocket(SocketType.XSUB);
      upstream.connect("tcp://127.0.0.1:" + kernel.file.iopubPort());
      for (byte[] garbage : List.of(new byte[] {7}, new byte[] {1}, new byte[] {0}, new byte[0])) {
        upstream.send(garbage);
      }
      upstream.send("two", ZMQ.SNDMORE);
      upstream.send("frames");
      assertTrue(kernel.notice().contains("not a subscription"));
      assertTrue(client.execute("1").isOk());
    }
  }

  @Test
  void areDroppedWhateverTheyHold() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<ClientChannel> channels =
        List.of(ClientChannel.SHELL, ClientChannel.CONTROL, ClientChannel.STDIN);
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      for (int i = 0; i < 3000; i++) {
        List<byte[]> frames = client.frames(client.message("some_request", new JsonObject()));
        client.sendFrames(channels.get(random.nextInt(3)), Mutations.of(frames, random));
      }
      for (ClientChannel channel : channels) {
        client.request(channel, "last_request", new JsonObject());
      }
      for (String notice : kernel.notices) {
        assertFalse(notice.contains(TestKernel.KEY), notice);
        assertFalse(notice.contains("could not be handled"), notice);
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  @Test
  void mayNotEvenBeZeroMq() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (TestKernel kernel = TestKernel.started(directory);
        JupyterClient client = kernel.connect()) {
      for (int port :
          List.of(
              kernel.file.shellPort(),
              kernel.file.controlPort(),
              kernel.file.stdinPort(),
              kernel.file.iopubPort(),
              kernel.file.heartbeatPort())) {
        for (int i = 0; i < 10; i++) {
          byte[] garbage = new byte[random.nextInt(200)];
          random.nextBytes(garbage);
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
              OutputStream out = socket.getOutputStream()) {
            out.write(garbage);
          }
        }
      }
      assertTrue(client.execute("1").isOk(), () -> "seed " + seed);
      client.beat(new byte[] {1});
    }
  }

  private static void assertNoticed(TestKernel kernel, ClientChannel channel, String reason)
      throws InterruptedException {
    String notice = kernel.notice();
    assertTrue(notice.startsWith("Dropped a message on "), notice);
    assertTrue(notice.toUpperCase(Locale.ROOT).contains(channel.name()), notice);
    assertTrue(notice.contains(reason), notice);
    assertFalse(notice.contains(TestKernel.KEY), notice);
  }

  private static List<byte[]> with(List<byte[]> frames, int index, byte[] frame) {
    List<byte[]> changed = new ArrayList<>(frames);
    changed.set(index, frame);
    return changed;
  }
}
