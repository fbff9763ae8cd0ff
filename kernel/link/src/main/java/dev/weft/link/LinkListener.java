package dev.weft.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the one worker that is to connect.
 *
 * <p>Listens on a Unix-domain socket in a new folder that only the owner can enter; where there are
 * no such sockets, on the loopback interface, with a secret. What it made in the file system is
 * deleted as soon as the worker has connected, or by {@link #close}.
 *
 * <pre>{@code
 * try (LinkListener listener = LinkListener.open()) {
 *   Process worker = start(listener.address());
 *   Link link = listener.accept();
 * }
 * }</pre>
 */
public final class LinkListener implements AutoCloseable {

  private static final int SECRET_TIMEOUT_MILLIS = 5_000;

  private final ServerSocketChannel server;
  private final Path folder;
  private final Path file;
  private final String address;
  private final byte @Nullable [] secret;

  private LinkListener(
      ServerSocketChannel server, Path file, String address, byte @Nullable [] secret)
      throws IOException {
    this.server = server;
    this.file = file;
    this.address = address;
    this.secret = secret;
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException("No folder: " + file);
    }
    folder = parent;
  }

  /** Starts to listen. */
  public static LinkListener open() throws IOException {
    Path folder = Files.createTempDirectory("weft");
    try {
      return openUnix(folder.resolve("link"));
    } catch (UnsupportedOperationException | IOException e) {
      return openTcp(folder.resolve("secret"));
    }
  }

  /** Starts to listen as it does where there are no Unix-domain sockets. */
  static LinkListener openTcp() throws IOException {
    return openTcp(Files.createTempDirectory("weft").resolve("secret"));
  }

  private static LinkListener openUnix(Path file) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(file), 1);
      return new LinkListener(server, file, file.toString(), null);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static LinkListener openTcp(Path file) throws IOException {
    byte[] secret = new byte[LinkAddress.SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.write(file, secret);
    ServerSocketChannel server = ServerSocketChannel.open();
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String address = LinkAddress.ofTcp(server.socket().getLocalPort(), file);
      return new LinkListener(server, file, address, secret);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** What the worker gives to {@link Link#connect}; holds no secret. */
  public String address() {
    return address;
  }

  /**
   * Waits until the worker has connected, then stops to listen.
   *
   * @throws LinkClosedException if another thread closes this listener meanwhile
   */
  public Link accept() throws IOException {
    try (this) {
      SocketChannel channel = acceptChannel();
      while (!isTrusted(channel)) {
        channel.close();
        channel = acceptChannel();
      }
      return new Link(channel);
    }
  }

  private SocketChannel acceptChannel() throws LinkClosedException {
    try {
      return server.accept();
    } catch (IOException e) {
      throw new LinkClosedException("Nobody has connected", e);
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
