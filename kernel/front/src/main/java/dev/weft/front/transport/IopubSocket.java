package dev.weft.front.transport;

import dev.weft.front.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.zeromq.ZMQ;

/**
 * Publishes without loss to clients that read, however slowly.
 *
 * <p>A full queue of one client holds back the message for all. When no message could be sent for a
 * whole stall, that message passes over the clients whose queues are full; ZeroMQ then leaves them
 * out until they read again. Used by one thread.
 */
final class IopubSocket {
  private final ZMQ.Socket socket;
  private final long stallNanos;
  private final LongSupplier nanoTime;
  private final Log log;

  private boolean blocked;
  private long blockedSince;
  private long stalls;

  IopubSocket(ZMQ.Socket socket, Duration stall, LongSupplier nanoTime, Log log) {
    this.socket = socket;
    this.stallNanos = stall.toNanos();
    this.nanoTime = nanoTime;
    this.log = log;
    socket.setXpubNoDrop(true);
  }

  /** Returns whether the message was taken; if not, it is to be offered again. */
  boolean offer(List<byte[]> frames) {
    if (Frames.send(socket, frames)) {
      blocked = false;
      return true;
    }
    if (!blocked) {
      blocked = true;
      blockedSince = nanoTime.getAsLong();
    }
    if (remainingStall() > 0) {
      return false;
    }
    passOver(frames);
    return true;
  }

  /** Nanoseconds until the message that was not taken should be offered again in any case. */
  long remainingStall() {
    return stallNanos - (nanoTime.getAsLong() - blockedSince);
  }

  private void passOver(List<byte[]> frames) {
    stalls++;
    log.warn(
        "A client read no output for "
            + Duration.ofNanos(stallNanos).toSeconds()
            + " s; it misses all output until it reads again (stall "
            + stalls
            + " of this kernel).");
    socket.setXpubNoDrop(false);
    Frames.send(socket, frames);
    socket.setXpubNoDrop(true);
    blocked = false;
  }
}
