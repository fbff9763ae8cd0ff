package dev.weft.front.transport;

import dev.weft.front.log.Log;
import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The thread that sends back whatever clients send to it, until the context ends. */
final class Heartbeat implements Runnable {
  private final ZMQ.Socket socket;
  private final Log log;

  Heartbeat(ZMQ.Socket socket, Log log) {
    this.socket = socket;
    this.log = log;
  }

  @Override
  public void run() {
    try {
      while (echo()) {}
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
        log.warn("The heartbeat failed: " + e);
      }
    } finally {
      socket.setLinger(0);
      socket.close();
    }
  }

  private boolean echo() {
    List<byte[]> frames = Frames.await(socket);
    return !frames.isEmpty() && Frames.send(socket, frames);
  }
}
