package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Message;

/**
 * A message that has arrived and wants to be answered.
 *
 * @param rawHeader the header as received, the parent of every answer
 */
record Request(Channel channel, Message message, JsonObject rawHeader) {

  String type() {
    return message.header().messageType();
  }

  Fields fields() {
    return new Fields(type(), message.content());
  }

  /** The type of its reply: {@code kernel_info_reply} for {@code kernel_info_request}. */
  String replyType() {
    String type = type();
    return type.endsWith("_request")
        ? type.substring(0, type.length() - "request".length()) + "reply"
        : type;
  }
}
