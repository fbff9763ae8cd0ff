package dev.weft.front.protocol;

/** Takes messages to send; what is handed over first leaves first, on whatever channel. */
public interface MessageSink {

  /** Sends a message; safe for use by several threads; may block while clients are slow. */
  void send(Channel channel, Message message);
}
