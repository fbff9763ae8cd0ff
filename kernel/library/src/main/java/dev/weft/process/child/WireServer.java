package dev.weft.process.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the one child that is to connect.
 *
 * <p>Listens on a Unix-domain socket in a new folder that only the owner can enter; where there are
 * no such sockets, on the loopback interface, with a secret in a file of that folder. The folder is
 * deleted as soon as the child has connected.
 */
final class WireServer implements AutoCloseable {

  private static final String TCP = "tcp:";
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_TIMEOUT_MILLIS = 5_000;

  private final ServerSocketChannel server;
  private final Path folder;
  private final Path file;
  private final String address;
  private final byte @Nullable [] secret;

  private WireServer(
      ServerSocketChannel server,
      Path folder,
      Path file,
      String address,
      byte @Nullable [] secret) {
    this.server = server;
    this.folder = folder;
    this.file = file;
    this.address = address;
    this.secret = secret;
  }

  static WireServer open() throws IOException {
    Path folder = Files.createTempDirectory("weft");
    try {
      return openUnix(folder, folder.resolve("child"));
    } catch (UnsupportedOperationException | IOException e) {
      return openTcp(folder, folder.resolve("secret"));
    }
  }

  /** Opens what is used where there are no Unix-domain sockets. */
  static WireServer openTcp() throws IOException {
    Path folder = Files.createTempDirectory("weft");
    return openTcp(folder, folder.resolve("secret"));
  }

  private static WireServer openUnix(Path folder, Path file) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(file), 1);
      return new WireServer(server, folder, file, file.toString(), null);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static WireServer openTcp(Path folder, Path file) throws IOException {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.write(file, secret);
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    String address = TCP + server.socket().getLocalPort() + ":" + file;
    return new WireServer(server, folder, file, address, secret);
  }

  /** What the child gives to {@link #connect}; holds no secret. */
  String address() {
    return address;
  }

  /** Connects to a server. */
  static Wire connect(String address) throws IOException {
    if (!address.startsWith(TCP)) {
      return new Wire(SocketChannel.open(UnixDomainSocketAddress.of(address)));
    }
    int colon = address.indexOf(':', TCP.length());
    int port = Integer.parseInt(address, TCP.length(), colon, 10);
    ByteBuffer secret = ByteBuffer.wrap(Files.readAllBytes(Path.of(address.substring(colon + 1))));
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.socket().setTcpNoDelay(true);
    while (secret.hasRemaining()) {
      channel.write(secret);
    }
    return new Wire(channel);
  }

  /**
   * Waits until the child has connected, then stops to listen.
   *
   * @throws IOException if another thread closes this server meanwhile
   */
  Wire accept() throws IOException {
    try (this) {
      SocketChannel channel = server.accept();
      while (!isTrusted(channel)) {
        channel.close();
        channel = server.accept();
      }
      return new Wire(channel);
    }
  }

  private boolean isTrusted(SocketChannel channel) {
    if (secret == null) {
      return true;
    }
    try {
      channel.socket().setTcpNoDelay(true);
      channel.socket().setSoTimeout(SECRET_TIMEOUT_MILLIS);
      InputStream in = channel.socket().getInputStream();
      return MessageDigest.isEqual(secret, in.readNBytes(secret.length));
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops to listen and deletes what was made in the file system. */
  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
