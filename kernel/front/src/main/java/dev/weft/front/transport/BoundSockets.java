package dev.weft.front.transport;

import dev.weft.front.protocol.ConnectionInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The sockets of a kernel, bound and not yet used; each is then used by one thread alone. */
record BoundSockets(
    ZMQ.Context context,
    ZMQ.Socket shell,
    ZMQ.Socket control,
    ZMQ.Socket stdin,
    ZMQ.Socket iopub,
    ZMQ.Socket heartbeat) {

  /**
   * Binds all sockets.
   *
   * @throws SocketBindException if one can't be bound; then none is
   */
  static BoundSockets bind(ConnectionInfo info, Limits limits) throws SocketBindException {
    ZMQ.Context context = ZMQ.context(1);
    BoundSockets sockets =
        new BoundSockets(
            context,
            router(context),
            router(context),
            router(context),
            publisher(context, limits),
            router(context));
    try {
      bind(sockets.shell, "shell", info.ip(), info.shellPort());
      bind(sockets.control, "control", info.ip(), info.controlPort());
      bind(sockets.stdin, "stdin", info.ip(), info.stdinPort());
      bind(sockets.iopub, "iopub", info.ip(), info.iopubPort());
      bind(sockets.heartbeat, "heartbeat", info.ip(), info.heartbeatPort());
    } catch (SocketBindException e) {
      sockets.closeUnused();
      throw e;
    }
    return sockets;
  }

  /** The port that a socket is bound to. */
  static int port(ZMQ.Socket socket) {
    String endpoint = socket.getLastEndpoint();
    return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
  }

  /** Those that one loop serves. */
  List<ZMQ.Socket> looped() {
    return List.of(shell, control, stdin, iopub);
  }

  /** Closes all at once; for sockets that no thread uses yet. */
  void closeUnused() {
    looped().forEach(ZMQ.Socket::close);
    heartbeat.close();
    context.term();
  }

  /**
   * Answers wait without bound, as there is one for each request; a client that comes back with the
   * identity of a dead connection takes that over.
   */
  private static ZMQ.Socket router(ZMQ.Context context) {
    ZMQ.Socket socket = context.socket(SocketType.ROUTER);
    socket.setSndHWM(0);
    socket.setRouterHandover(true);
    return socket;
  }

  private static ZMQ.Socket publisher(ZMQ.Context context, Limits limits) {
    ZMQ.Socket socket = context.socket(SocketType.XPUB);
    socket.setSndHWM(limits.queuedMessages());
    socket.setXpubVerbose(true);
    return socket;
  }

  private static void bind(ZMQ.Socket socket, String channel, String ip, int port)
      throws SocketBindException {
    boolean ipv6 = ip.indexOf(':') >= 0;
    String address = "tcp://" + (ipv6 ? "[" + ip + "]" : ip) + ":" + port;
    socket.setIPv6(ipv6);
    try {
      if (socket.bind(address)) {
        return;
      }
    } catch (ZMQException | zmq.ZError.IOException | IllegalArgumentException e) {
      throw new SocketBindException(channel, address, reason(ip, port));
    }
    throw new SocketBindException(channel, address, reason(ip, port));
  }

  /** Binds once more in the JDK's way, as JeroMQ reports every failure as an address in use. */
  private static String reason(String ip, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(ip, port));
      return "Address already in use";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
