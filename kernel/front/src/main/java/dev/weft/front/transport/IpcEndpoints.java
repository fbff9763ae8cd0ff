package dev.weft.front.transport;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.ConnectionInfo;
import dev.weft.front.protocol.ConnectionInfo.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/** The Unix-domain sockets of a kernel, at the paths where Jupyter's clients look for them. */
final class IpcEndpoints implements AutoCloseable {
  private final List<UnixSocketBridge> bridges = new ArrayList<>();
  private final String prefix;
  private final Log log;

  private IpcEndpoints(String prefix, Log log) {
    this.prefix = prefix;
    this.log = log;
  }

  /** Where the sockets themselves are to be bound. */
  static ConnectionInfo loopback(ConnectionInfo info) {
    return new ConnectionInfo(Transport.TCP, "127.0.0.1", 0, 0, 0, 0, 0, info.key());
  }

  /**
   * Listens at all five paths.
   *
   * @throws SocketBindException if that fails at one; then none is left
   */
  static IpcEndpoints open(ConnectionInfo info, BoundSockets sockets, Log log)
      throws SocketBindException {
    IpcEndpoints endpoints = new IpcEndpoints(info.ip(), log);
    try {
      endpoints.open("shell", info.shellPort(), sockets.shell());
      endpoints.open("control", info.controlPort(), sockets.control());
      endpoints.open("stdin", info.stdinPort(), sockets.stdin());
      endpoints.open("iopub", info.iopubPort(), sockets.iopub());
      endpoints.open("heartbeat", info.heartbeatPort(), sockets.heartbeat());
    } catch (SocketBindException e) {
      endpoints.close();
      throw e;
    }
    return endpoints;
  }

  private void open(String channel, int number, ZMQ.Socket socket) throws SocketBindException {
    String path = prefix + "-" + number;
    try {
      bridges.add(UnixSocketBridge.open(Path.of(path), BoundSockets.port(socket), log));
    } catch (IOException | RuntimeException e) {
      throw new SocketBindException(channel, "ipc://" + path, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    bridges.forEach(UnixSocketBridge::close);
  }
}
