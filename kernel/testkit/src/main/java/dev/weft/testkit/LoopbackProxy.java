package dev.weft.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A loopback port that leads to a Unix-domain socket, as JeroMQ has no client for those. */
final class LoopbackProxy implements AutoCloseable {
  private final ServerSocketChannel server;
  private final Path path;

  private LoopbackProxy(ServerSocketChannel server, Path path) {
    this.server = server;
    this.path = path;
  }

  static LoopbackProxy to(Path path) {
    try {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      LoopbackProxy proxy = new LoopbackProxy(server, path);
      Thread.ofVirtual().start(proxy::acceptAll);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String endpoint() {
    return "tcp://127.0.0.1:" + server.socket().getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptAll() {
    while (server.isOpen()) {
      try {
        connect(server.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** A kernel that does not listen yet is met by closing: ZeroMQ then connects again. */
  private void connect(SocketChannel client) throws IOException {
    try {
      SocketChannel kernel = SocketChannel.open(UnixDomainSocketAddress.of(path));
      Thread.ofVirtual().start(() -> copy(client, kernel));
      Thread.ofVirtual().start(() -> copy(kernel, client));
    } catch (IOException notYet) {
      client.close();
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException ended) {
      return;
    }
  }
}
