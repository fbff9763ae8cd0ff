package dev.weft.front.transport;

import dev.weft.front.protocol.Channel;
import java.util.List;

/**
 * A message in its wire form.
 *
 * @param weight bytes of memory it holds, about
 */
record Outgoing(Channel channel, List<byte[]> frames, long weight) {
  private static final int FRAME_OVERHEAD = 64;

  static Outgoing of(Channel channel, List<byte[]> frames) {
    long weight = 0;
    for (byte[] frame : frames) {
      weight += frame.length + FRAME_OVERHEAD;
    }
    return new Outgoing(channel, frames, weight);
  }
}
