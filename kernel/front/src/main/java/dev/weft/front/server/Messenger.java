package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.MessageSink;
import dev.weft.front.protocol.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes messages of this kernel's session and hands them to the sink; safe for many threads. */
final class Messenger {

  private final MessageSink sink;
  private final Session session;
  private volatile boolean closed;

  Messenger(MessageSink sink, Session session) {
    this.sink = sink;
    this.session = session;
  }

  /** Answers on the channel that the request came by. */
  void reply(Request request, String type, JsonObject content, JsonObject metadata) {
    Message message = request.message();
    send(
        request.channel(),
        new Message(
            message.identities(),
            session.header(type),
            request.rawHeader(),
            metadata,
            content,
            List.of()));
  }

  /** Tells every client. */
  void publish(JsonObject parentHeader, String type, JsonObject content) {
    publish(parentHeader, type, content, new JsonObject(), List.of());
  }

  /** Tells every client, with metadata and binary attachments. */
  void publish(
      JsonObject parentHeader,
      String type,
      JsonObject content,
      JsonObject metadata,
      List<byte[]> buffers) {
    byte[] topic = ("kernel." + session.id() + "." + type).getBytes(StandardCharsets.UTF_8);
    send(
        Channel.IOPUB,
        new Message(
            List.of(topic), session.header(type), parentHeader, metadata, content, buffers));
  }

  /** Makes a question to one client, to be handed to {@link #ask}. */
  Message question(Origin origin, JsonObject content) {
    return new Message(
        origin.identities(),
        session.header("input_request"),
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

  private void send(Channel channel, Message message) {
    if (!closed) {
      sink.send(channel, message);
    }
  }
}
