package dev.weft.front.transport;

import dev.weft.front.log.Log;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets clients reach a loopback port through a Unix-domain socket, as JeroMQ has none.
 *
 * <p>Only the user may connect to the socket's file; closing deletes it. Each connection is pumped
 * by two virtual threads.
 */
final class UnixSocketBridge implements AutoCloseable {
  private final Path path;
  private final int port;
  private final ServerSocketChannel server;
  private final Log log;
  private final Set<BridgedConnection> connections = ConcurrentHashMap.newKeySet();

  private UnixSocketBridge(Path path, int port, ServerSocketChannel server, Log log) {
    this.path = path;
    this.port = port;
    this.server = server;
    this.log = log;
  }

  /** Listens at a path, in place of a socket there on which nobody listens any more. */
  static UnixSocketBridge open(Path path, int port, Log log) throws IOException {
    deleteIfAbandoned(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    UnixSocketBridge bridge = new UnixSocketBridge(path, port, server, log);
    Thread.ofVirtual().name("ipc " + path.getFileName()).start(bridge::acceptAll);
    return bridge;
  }

  private static void deleteIfAbandoned(Path path) throws IOException {
    if (!Files.exists(path) || !Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
      return;
    }
    if (isAnswered(path)) {
      throw new IOException("Address already in use");
    }
    Files.delete(path);
  }

  private static boolean isAnswered(Path path) throws IOException {
    try {
      SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
      return true;
    } catch (ConnectException nobodyListens) {
      return false;
    }
  }

  private void acceptAll() {
    try {
      while (server.isOpen()) {
        bridge(server.accept());
      }
    } catch (ClosedChannelException closed) {
      return;
    } catch (IOException e) {
      log.warn("No more connections at " + path + ": " + e);
    }
  }

  private void bridge(SocketChannel client) throws IOException {
    try {
      SocketChannel kernel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      kernel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      BridgedConnection connection = new BridgedConnection(client, kernel, connections::remove);
      connections.add(connection);
      connection.start();
    } catch (IOException e) {
      client.close();
      log.warn("A connection at " + path + " failed: " + e);
    }
  }

  /**
   * Stops listening, lets what the kernel has sent reach its clients, then ends all connections.
   */
  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.warn("The socket " + path + " could not be deleted: " + e);
    }
    connections.forEach(BridgedConnection::finish);
  }
}
