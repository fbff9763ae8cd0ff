package dev.weft.front.server;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Answers comm messages; no target is known, so every comm is closed at once. */
final class CommHandler {

  private final Messenger messenger;

  CommHandler(Messenger messenger) {
    this.messenger = messenger;
  }

  static JsonObject info() {
    JsonObject content = Answer.ok();
    content.add("comms", new JsonObject());
    return content;
  }

  Optional<Answer> open(Request request) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", request.fields().text("comm_id"));
    content.add("data", new JsonObject());
    messenger.publish(request.rawHeader(), "comm_close", content);
    return Optional.empty();
  }
}
