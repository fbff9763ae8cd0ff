package dev.weft.front.transport;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/** Messages of several frames. */
final class Frames {
  private Frames() {}

  /** Returns whether the socket took the message; one that took the first frame takes them all. */
  static boolean send(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    for (int i = 0; i <= last; i++) {
      int more = i < last ? ZMQ.SNDMORE : 0;
      if (!socket.send(frames.get(i), ZMQ.DONTWAIT | more)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the next message, or an empty list if none is there. */
  static List<byte[]> receive(ZMQ.Socket socket) {
    return receive(socket, ZMQ.DONTWAIT);
  }

  /** Waits for the next message; returns an empty list if the context ended instead. */
  static List<byte[]> await(ZMQ.Socket socket) {
    return receive(socket, 0);
  }

  private static List<byte[]> receive(ZMQ.Socket socket, int flags) {
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv(flags);
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv(ZMQ.DONTWAIT) : null;
    }
    return frames;
  }
}
