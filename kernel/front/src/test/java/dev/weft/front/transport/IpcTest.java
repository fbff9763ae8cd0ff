package dev.weft.front.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.JupyterClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class IpcTest {
  @TempDir Path directory;

  @Test
  void speaksThroughPrivateSocketFiles() throws Exception {
    try (TestKernel kernel = started();
        JupyterClient client = kernel.connect()) {
      assertTrue(client.execute("x".repeat(1_000_000)).isOk());
      assertArrayEquals(new byte[] {1, 2}, client.beat(new byte[] {1, 2}));
      client.request(ClientChannel.CONTROL, "some_request", new JsonObject());
      for (int i = 1; i <= 5; i++) {
        assertEquals(
            PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(socket(i)));
      }
    }
    assertNoneLeft();
  }

  @Test
  void deliversWhatIsPendingWhenClosed() throws Exception {
    for (int i = 0; i < 5; i++) {
      TestKernel kernel = started();
      try (JupyterClient client = kernel.connect()) {
        kernel.publish(new JsonObject(), "last", "text", "x".repeat(1_000_000));
        kernel.close();
        client.await(ClientChannel.IOPUB, message -> message.type().equals("last"));
      }
    }
  }

  @Test
  void replacesASocketOnWhichNobodyListens() throws Exception {
    listen(socket(4)).close();
    assertTrue(Files.exists(socket(4)));
    started().close();
    assertNoneLeft();
  }

  @Test
  void leavesASocketInUseAlone() throws Exception {
    try (ServerSocketChannel other = listen(socket(4))) {
      Exception e = assertThrows(SocketBindException.class, this::started);
      assertEquals(
          "Cannot bind the iopub channel to ipc://" + socket(4) + ": Address already in use.",
          e.getMessage());
      assertTrue(other.isOpen() && Files.exists(socket(4)));
    }
    assertFalse(Files.exists(socket(1)));
  }

  @Test
  void leavesOtherFilesAlone() throws Exception {
    Files.writeString(socket(1), "precious");
    assertThrows(SocketBindException.class, this::started);
    assertEquals("precious", Files.readString(socket(1)));
  }

  private TestKernel started() throws Exception {
    TestKernel kernel =
        new TestKernel(ConnectionFile.ipc(directory, TestKernel.KEY), Limits.DEFAULT);
    kernel.sockets.start(kernel);
    return kernel;
  }

  private Path socket(int number) {
    return directory.resolve("ipc-" + number);
  }

  private static ServerSocketChannel listen(Path path) throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(path));
  }

  private void assertNoneLeft() {
    for (int i = 1; i <= 5; i++) {
      assertFalse(Files.exists(socket(i)), socket(i).toString());
    }
  }
}
