package dev.weft.manager;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where a manager listens: a Unix-domain socket in a new folder that only the owner can enter;
 * where there are no such sockets, a port of the loopback interface.
 */
final class Door implements AutoCloseable {

  /** A system property that makes managers listen on the loopback interface. */
  static final String PORTABLE = "weft.manager.tcp";

  private static final String PREFIX = "weft-manager-";
  private static final int TOKEN_BYTES = 32;
  private static final int BACKLOG = 64;

  private final ServerSocketChannel server;
  private final Address address;
  private final Path folder;

  private Door(ServerSocketChannel server, Address address, Path folder) {
    this.server = server;
    this.address = address;
    this.folder = folder;
  }

  static Door open() throws IOException {
    sweep();
    long pid = ProcessHandle.current().pid();
    Path folder = Files.createTempDirectory(PREFIX + pid + "-");
    try {
      return Boolean.getBoolean(PORTABLE) ? openTcp(folder) : openUnix(folder);
    } catch (UnsupportedOperationException | IOException e) {
      return openTcp(folder);
    }
  }

  private static Door openUnix(Path folder) throws IOException {
    Path file = folder.resolve("socket");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(file), BACKLOG);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return new Door(server, address(file.toString()), folder);
    } catch (UnsupportedOperationException e) {
      return new Door(server, address(file.toString()), folder);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static Door openTcp(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("socket"));
    Files.deleteIfExists(folder);
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    return new Door(server, address(Address.TCP + server.socket().getLocalPort()), folder);
  }

  private static Address address(String place) {
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return new Address(place, HexFormat.of().formatHex(token), ProcessHandle.current().pid());
  }

  /** Deletes what managers of this user have left whose processes were killed. */
  private static void sweep() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path each : left) {
        String[] parts = each.getFileName().toString().split("-", -1);
        if (parts[2].matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(parts[2])).isEmpty()) {
          delete(each);
        }
      }
    }
  }

  private static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve("socket"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // another user's, or another process was quicker
    }
  }

  Address address() {
    return address;
  }

  /** Waits for a client. */
  SocketChannel accept() throws IOException {
    SocketChannel client = server.accept();
    if (address.place().startsWith(Address.TCP)) {
      client.socket().setTcpNoDelay(true);
    }
    return client;
  }

  /** Connects to a manager. */
  static SocketChannel knock(Address address) throws IOException {
    if (!address.place().startsWith(Address.TCP)) {
      return SocketChannel.open(UnixDomainSocketAddress.of(address.place()));
    }
    int port = Integer.parseInt(address.place().substring(Address.TCP.length()));
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.socket().setTcpNoDelay(true);
    return channel;
  }

  /** Stops to listen and deletes what was made in the file system. */
  @Override
  public void close() throws IOException {
    server.close();
    delete(folder);
  }
}
