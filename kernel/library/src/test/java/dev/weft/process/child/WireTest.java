package dev.weft.process.child;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ship.Contents;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WireTest {

  private Wire parent;
  private Wire child;

  @BeforeEach
  void connect() throws Exception {
    connect(WireServer.open());
  }

  private void connect(WireServer server) throws Exception {
    CompletableFuture<Wire> accepted =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.accept();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    child = WireServer.connect(server.address());
    parent = accepted.get();
  }

  @AfterEach
  void close() throws IOException {
    parent.close();
    child.close();
  }

  @Test
  void framesComeInOrder() throws IOException {
    for (int i = 0; i < 100; i++) {
      parent.send(Frame.of(Frame.TASK, i, "näme " + i, new byte[i]));
    }
    for (int i = 0; i < 100; i++) {
      Frame frame = child.receive();
      assertEquals(Frame.TASK, frame.type());
      assertEquals(i, frame.id());
      assertEquals("näme " + i, frame.text());
      assertEquals(i, frame.contents().body().length);
    }
  }

  @Test
  void arraysOfAllTypesComeWhole() throws Exception {
    int[] numbers = new int[1_000_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    List<Object> arrays =
        List.of(
            numbers,
            new byte[] {1, -2},
            new long[] {Long.MIN_VALUE},
            new double[] {0.5},
            new float[] {1.5f},
            new char[] {'ä'},
            new short[] {-3},
            new boolean[] {true, false, true},
            new int[0]);
    Contents sent = new Contents(new byte[] {7}, new byte[200_000], arrays);
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> send(new Frame(Frame.RESULT, 1, "", sent)));
    Contents come = child.receive().contents();
    sending.get();
    assertArrayEquals(arrays.toArray(), come.arrays().toArray());
    assertArrayEquals(new byte[] {7}, come.prologue());
  }

  private void send(Frame frame) {
    try {
      parent.send(frame);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptNeitherStopsASenderNorClosesTheWire() throws Exception {
    Frame large = Frame.of(Frame.RESULT, 1, "", new byte[10_000_000]);
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  started.countDown();
                  send(large);
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    started.await();
    sender.interrupt();
    assertEquals(10_000_000, child.receive().contents().body().length);
    assertTrue(interrupted.get());
    parent.send(Frame.of(Frame.END, 0));
    assertEquals(Frame.END, child.receive().type());
  }

  @Test
  void aSenderWaitsForTheReader() throws Exception {
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> send(Frame.of(Frame.OUT, 1, "", new byte[50_000_000])));
    assertThrows(TimeoutException.class, () -> sending.get(200, TimeUnit.MILLISECONDS));
    child.receive();
    sending.get();
  }

  @Test
  void theEndOfTheOtherSideIsSeen() throws Exception {
    CompletableFuture<Frame> receiving =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return child.receive();
              } catch (IOException e) {
                return Frame.of(Frame.END, -1);
              }
            });
    parent.close();
    assertEquals(-1, receiving.get().id());
  }

  @Test
  void thereIsAWayWithoutUnixSockets() throws Exception {
    close();
    connect(WireServer.openTcp());
    parent.send(Frame.of(Frame.TASK, 3));
    assertEquals(3, child.receive().id());
  }

  @Test
  void whoDoesNotKnowTheSecretIsTurnedAway() throws Exception {
    close();
    try (WireServer server = WireServer.openTcp()) {
      int port = Integer.parseInt(server.address().replaceAll("tcp:(\\d+):.*", "$1"));
      CompletableFuture<Void> accepting =
          CompletableFuture.runAsync(
              () -> {
                try {
                  parent = server.accept();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      try (var stranger = new Socket("localhost", port)) {
        stranger.getOutputStream().write(new byte[64]);
        assertEquals(-1, readOrEnd(stranger));
      }
      child = WireServer.connect(server.address());
      accepting.get();
      child.send(Frame.of(Frame.HELLO, 5));
      assertEquals(5, parent.receive().id());
    }
  }

  private static int readOrEnd(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }
}
