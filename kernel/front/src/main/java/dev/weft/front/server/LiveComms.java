package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.comm.CommMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The comms that are open now, and their messages as JSON; safe for use by several threads. */
final class LiveComms {

  private final Map<String, String> targets = new LinkedHashMap<>();

  /** Takes note of a message that was sent or received. */
  synchronized void note(CommMessage message) {
    switch (message.kind()) {
      case OPEN -> targets.put(message.commId(), message.target());
      case CLOSE -> targets.remove(message.commId());
      case MESSAGE -> {}
    }
  }

  /** Returns the content of a comm_info_reply. */
  synchronized JsonObject info(Optional<String> target) {
    JsonObject comms = new JsonObject();
    targets.forEach(
        (id, name) -> {
          if (target.map(name::equals).orElse(true)) {
            JsonObject comm = new JsonObject();
            comm.addProperty("target_name", name);
            comms.add(id, comm);
          }
        });
    JsonObject content = Answer.ok();
    content.add("comms", comms);
    return content;
  }

  static String type(CommMessage.Kind kind) {
    return switch (kind) {
      case OPEN -> "comm_open";
      case MESSAGE -> "comm_msg";
      case CLOSE -> "comm_close";
    };
  }

  static JsonObject content(CommMessage message) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", message.commId());
    if (message.kind() == CommMessage.Kind.OPEN) {
      content.addProperty("target_name", message.target());
    }
    content.add("data", Json.object(message.data()));
    return content;
  }
}
