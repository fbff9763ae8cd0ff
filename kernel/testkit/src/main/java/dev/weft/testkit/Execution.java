package dev.weft.testkit;

import com.google.gson.JsonElement;
import java.util.List;

/**
 * What came of a request.
 *
 * @param reply the answer
 * @param published what was published for the request, in order, up to {@code idle}
 */
public record Execution(WireMessage reply, List<WireMessage> published) {

  /** Whether the answer's status is {@code ok}. */
  public boolean isOk() {
    return reply.text("status").equals("ok");
  }

  /** All text that went to a stream, {@code stdout} or {@code stderr}. */
  public String stream(String name) {
    StringBuilder text = new StringBuilder();
    for (WireMessage message : published) {
      if (message.type().equals("stream") && message.text("name").equals(name)) {
        text.append(message.text("text"));
      }
    }
    return text.toString();
  }

  /** The plain text of the result, or empty without one. */
  public String result() {
    for (WireMessage message : published) {
      if (message.type().equals("execute_result")) {
        return message.content().getAsJsonObject("data").get("text/plain").getAsString();
      }
    }
    return "";
  }

  /** What was displayed, a line for each format: display or update, MIME type, content. */
  public String displays() {
    StringBuilder text = new StringBuilder();
    for (WireMessage message : published) {
      if (message.type().endsWith("display_data")) {
        String kind = message.type().startsWith("update") ? "update" : "display";
        message
            .content()
            .getAsJsonObject("data")
            .asMap()
            .forEach((mime, data) -> text.append(line(kind, mime, data)));
      }
    }
    return text.toString();
  }

  private static String line(String kind, String mime, JsonElement data) {
    String content = data.isJsonPrimitive() ? data.getAsString() : data.toString();
    return kind + " " + mime + " " + content + "\n";
  }

  /** What was published of one type. */
  public List<WireMessage> ofType(String type) {
    return published.stream().filter(message -> message.type().equals(type)).toList();
  }

  /** The types of what was published, in order. */
  public List<String> types() {
    return published.stream().map(WireMessage::type).toList();
  }
}
