package dev.weft.front.protocol;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The message by which a new subscriber of iopub learns that it misses nothing any more. */
public final class IopubWelcome {
  private IopubWelcome() {}

  /**
   * Returns the welcome for a subscription.
   *
   * @param topic what was subscribed to, as UTF-8; it is also the message's topic
   */
  public static Message to(byte[] topic, Session session) {
    JsonObject content = new JsonObject();
    content.addProperty("subscription", new String(topic, StandardCharsets.UTF_8));
    return new Message(
        List.of(topic),
        session.header("iopub_welcome"),
        new JsonObject(),
        new JsonObject(),
        content,
        List.of());
  }
}
