package dev.weft.front.transport;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.BadMessageException;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.MessageCodec;
import dev.weft.front.protocol.MessageCodec.Received;
import dev.weft.front.protocol.MessageHandler;
import java.util.List;
import java.util.Locale;

/** Hands over genuine messages, drops all others with a notice; never throws. */
final class Inbox {
  private final MessageCodec codec;
  private final MessageHandler handler;
  private final Log log;

  Inbox(MessageCodec codec, MessageHandler handler, Log log) {
    this.codec = codec;
    this.handler = handler;
    this.log = log;
  }

  void received(Channel channel, List<byte[]> frames) {
    try {
      Received received = codec.decode(frames);
      handler.received(channel, received.message(), received.rawHeader());
    } catch (BadMessageException e) {
      log.warn("Dropped a message on " + name(channel) + ": " + e.getMessage() + ".");
    } catch (RuntimeException | Error e) {
      log.warn("A message on " + name(channel) + " could not be handled: " + e);
    }
  }

  private static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
