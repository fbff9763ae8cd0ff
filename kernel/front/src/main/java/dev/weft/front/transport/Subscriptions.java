package dev.weft.front.transport;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.IopubWelcome;
import dev.weft.front.protocol.MessageSink;
import dev.weft.front.protocol.Session;
import java.util.Arrays;
import java.util.List;

/** Welcomes whoever subscribes to iopub, so that clients know when they miss nothing any more. */
final class Subscriptions {
  private static final byte SUBSCRIBE = 1;
  private static final byte UNSUBSCRIBE = 0;

  private final Session session;
  private final MessageSink sink;
  private final Log log;

  Subscriptions(Session session, MessageSink sink, Log log) {
    this.session = session;
    this.sink = sink;
    this.log = log;
  }

  /** Takes what the publishing socket received. */
  void received(List<byte[]> frames) {
    byte[] first = frames.getFirst();
    byte kind = first.length == 0 ? -1 : first[0];
    if (frames.size() == 1 && kind == SUBSCRIBE) {
      byte[] topic = Arrays.copyOfRange(first, 1, first.length);
      sink.send(Channel.IOPUB, IopubWelcome.to(topic, session));
    } else if (frames.size() != 1 || kind != UNSUBSCRIBE) {
      log.warn("Dropped what came on iopub: not a subscription.");
    }
  }
}
