package dev.weft.front.transport;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.IopubWelcome;
import dev.weft.front.protocol.MessageCodec;
import dev.weft.front.protocol.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Welcomes whoever subscribes to iopub, so that clients know when they miss nothing any more.
 *
 * <p>Used by one thread.
 */
final class Subscriptions {
  private static final byte SUBSCRIBE = 1;
  private static final byte UNSUBSCRIBE = 0;

  private final MessageCodec codec;
  private final Session session;
  private final Log log;

  Subscriptions(MessageCodec codec, Session session, Log log) {
    this.codec = codec;
    this.session = session;
    this.log = log;
  }

  /** Takes what the publishing socket received; returns the welcome to send before all else. */
  Optional<Outgoing> received(List<byte[]> frames) {
    byte[] first = frames.getFirst();
    byte kind = first.length == 0 || frames.size() != 1 ? -1 : first[0];
    if (kind == SUBSCRIBE) {
      return Optional.of(welcome(Arrays.copyOfRange(first, 1, first.length)));
    }
    if (kind != UNSUBSCRIBE) {
      log.warn("Dropped what came on iopub: not a subscription.");
    }
    return Optional.empty();
  }

  private Outgoing welcome(byte[] topic) {
    return new Outgoing(Channel.IOPUB, codec.encode(IopubWelcome.to(topic, session)), 0);
  }
}
