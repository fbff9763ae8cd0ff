package dev.weft.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is let in to a manager. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DoorTest {

  @Test
  void onlyTheOwnerReachesTheSocket() throws IOException {
    Path socket;
    try (Server server = Server.open()) {
      socket = Path.of(server.address().place());
      Path folder = Objects.requireNonNull(socket.getParent());
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
      assertFalse(server.address().toString().contains(server.address().token()));
    }
    assertFalse(Files.exists(Objects.requireNonNull(socket.getParent())));
  }

  @Test
  void whoDoesNotKnowTheTokenIsNotLetIn() throws IOException {
    try (Server server = Server.open()) {
      Remote counter = server.add(ManagedCounter.class, new Counter(new AtomicLong(5)));
      Address own = server.address();
      for (String wrong : new String[] {"", "0".repeat(64), "0".repeat(100_000)}) {
        Address address = new Address(own.place(), wrong, own.pid());
        ManagedCounter refused = new Remote(address, 1).as(ManagedCounter.class);
        assertThrows(ManagerGoneException.class, refused::get);
      }
      assertEquals(5, counter.as(ManagedCounter.class).get());
    }
  }

  @Test
  void nonsenseOnTheSocketHarmsNobody() throws IOException {
    try (Server server = Server.open();
        SocketChannel channel = Door.knock(server.address())) {
      channel.write(java.nio.ByteBuffer.allocate(10_000));
      while (read(channel) >= 0) {
        Thread.onSpinWait();
      }
      Remote counter = server.add(ManagedCounter.class, new Counter(new AtomicLong(7)));
      assertEquals(7, counter.as(ManagedCounter.class).get());
    }
  }

  /** Returns a negative number when the other side has closed, in whatever way. */
  private static int read(SocketChannel channel) {
    try {
      return channel.read(java.nio.ByteBuffer.allocate(100));
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void whatAKilledProcessHasLeftIsSwept() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path left = Files.createTempDirectory("weft-manager-" + ended.pid() + "-");
    Files.createFile(left.resolve("socket"));
    Server.open().close();
    assertFalse(Files.exists(left));
    assertTrue(Files.isDirectory(Path.of(System.getProperty("java.io.tmpdir"))));
  }
}
