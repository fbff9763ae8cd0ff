package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Header;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.MessageSink;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes messages of this kernel's session and hands them to the sink; safe for many threads. */
final class Messenger {

  /** Version of the messaging protocol. */
  static final String PROTOCOL_VERSION = "5.5";

  private final MessageSink sink;
  private final String session = UUID.randomUUID().toString();
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean closed;

  Messenger(MessageSink sink) {
    this.sink = sink;
  }

  /** Answers on the channel that the request came by. */
  void reply(Request request, String type, JsonObject content, JsonObject metadata) {
    Message message = request.message();
    send(
        request.channel(),
        new Message(
            message.identities(), header(type), request.rawHeader(), metadata, content, List.of()));
  }

  /** Tells every client. */
  void publish(JsonObject parentHeader, String type, JsonObject content) {
    byte[] topic = ("kernel." + session + "." + type).getBytes(StandardCharsets.UTF_8);
    send(
        Channel.IOPUB,
        new Message(
            List.of(topic), header(type), parentHeader, new JsonObject(), content, List.of()));
  }

  /** Makes a question to one client, to be handed to {@link #ask}. */
  Message question(Origin origin, JsonObject content) {
    return new Message(
        origin.identities(),
        header("input_request"),
        origin.header(),
        new JsonObject(),
        content,
        List.of());
  }

  void ask(Message question) {
    send(Channel.STDIN, question);
  }

  /** Lets nothing through from now on. */
  void close() {
    closed = true;
  }

  /** The current time as the protocol writes it, to the microsecond. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
  }

  private void send(Channel channel, Message message) {
    if (!closed) {
      sink.send(channel, message);
    }
  }

  private Header header(String type) {
    String id = session + "_" + sent.incrementAndGet();
    return new Header(id, session, "kernel", now(), type, PROTOCOL_VERSION);
  }
}
