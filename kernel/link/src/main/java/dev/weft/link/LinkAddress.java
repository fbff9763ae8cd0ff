package dev.weft.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An address as text: a path of a Unix-domain socket, or {@code tcp:PORT:FILE}.
 *
 * <p>With TCP, where any local user can connect, the file holds a secret that is sent first. The
 * file lies in a folder that only the owner can read, so that the secret is in no command line.
 */
final class LinkAddress {

  static final int SECRET_BYTES = 32;

  private static final String TCP = "tcp:";

  private LinkAddress() {}

  static String ofTcp(int port, Path secretFile) {
    return TCP + port + ":" + secretFile;
  }

  static SocketChannel connect(String address) throws IOException {
    if (!address.startsWith(TCP)) {
      return SocketChannel.open(UnixDomainSocketAddress.of(address));
    }
    int colon = address.indexOf(':', TCP.length());
    if (colon < 0) {
      throw new IOException("Not an address of a link: " + address);
    }
    int port = Integer.parseInt(address, TCP.length(), colon, 10);
    return connectTcp(port, Path.of(address.substring(colon + 1)));
  }

  private static SocketChannel connectTcp(int port, Path secretFile) throws IOException {
    ByteBuffer secret = ByteBuffer.wrap(Files.readAllBytes(secretFile));
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.socket().setTcpNoDelay(true);
    while (secret.hasRemaining()) {
      channel.write(secret);
    }
    return channel;
  }
}
