package dev.weft.runner.handout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An output of a cell, by the richest form that a page can show. */
final class OutputHtml {
  private static final int DESCRIPTION = 200;

  private final MarkdownHtml markdown;

  OutputHtml(MarkdownHtml markdown) {
    this.markdown = markdown;
  }

  /** Returns an empty text for what shows nothing. */
  String html(JsonObject output) {
    return switch (text(output, "output_type")) {
      case "stream" -> stream(output);
      case "error" -> pre("error", text(output, "traceback", "\n"));
      case "execute_result", "display_data" ->
          output.get("data") instanceof JsonObject data ? bundle(data) : "";
      default -> "";
    };
  }

  private static String stream(JsonObject output) {
    String text = text(output, "text");
    return text.isEmpty() ? "" : pre(text(output, "name"), text);
  }

  private String bundle(JsonObject data) {
    if (data.has("image/svg+xml")) {
      byte[] drawing = text(data, "image/svg+xml").getBytes(StandardCharsets.UTF_8);
      return image("image/svg+xml", Base64.getEncoder().encodeToString(drawing), data);
    }
    for (String type : new String[] {"image/png", "image/jpeg", "image/gif", "image/webp"}) {
      if (data.has(type)) {
        return image(type, text(data, type).replaceAll("\\s", ""), data);
      }
    }
    if (data.has("text/html")) {
      return "<div class=\"html\">" + text(data, "text/html") + "</div>";
    }
    if (data.has("text/markdown")) {
      return markdown.html(text(data, "text/markdown"), new JsonObject());
    }
    String plain = text(data, "text/plain");
    return plain.isEmpty() ? "" : pre("result", plain);
  }

  /** A picture with its text form as its description. */
  private static String image(String type, String base64, JsonObject data) {
    String plain = text(data, "text/plain").strip();
    String description =
        plain.length() > DESCRIPTION ? plain.substring(0, DESCRIPTION) + "..." : plain;
    return "<img alt=\"%s\" src=\"data:%s;base64,%s\">"
        .formatted(Html.escape(description), type, base64);
  }

  private static String pre(String type, String text) {
    return "<pre class=\"%s\">%s</pre>"
        .formatted(Html.escape(type), TerminalHtml.of(text.stripTrailing()));
  }

  private static String text(JsonObject object, String field) {
    return text(object, field, "");
  }

  private static String text(JsonObject object, String field, String between) {
    JsonElement value = object.get(field);
    if (value instanceof JsonArray lines) {
      return StreamSupport.stream(lines.spliterator(), false)
          .map(JsonElement::getAsString)
          .collect(Collectors.joining(between));
    }
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
