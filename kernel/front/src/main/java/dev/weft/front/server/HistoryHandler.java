package dev.weft.front.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.front.history.History;
import dev.weft.front.history.HistoryEntry;
import java.util.List;

/** Answers history_request. */
final class HistoryHandler {

  private final History history;

  HistoryHandler(History history) {
    this.history = history;
  }

  JsonObject answer(Fields fields) {
    boolean output = fields.flag("output", false);
    fields.flag("raw", true);
    JsonArray entries = new JsonArray();
    find(fields).forEach(entry -> entries.add(triple(entry, output)));
    JsonObject content = Answer.ok();
    content.add("history", entries);
    return content;
  }

  private List<HistoryEntry> find(Fields fields) {
    int all = Integer.MAX_VALUE;
    String access = fields.text("hist_access_type");
    return switch (access) {
      case "tail" -> history.tail(fields.number("n").orElse(all));
      case "range" ->
          history.range(
              fields.number("session").orElse(0),
              fields.number("start").orElse(1),
              fields.number("stop").orElse(all));
      case "search" ->
          history.search(
              fields.optionalText("pattern").orElse("*"),
              fields.number("n").orElse(all),
              fields.flag("unique", false));
      default ->
          throw new BadRequestException(
              "history_request: hist_access_type must be range, tail or search, not %s."
                  .formatted(access));
    };
  }

  private static JsonArray triple(HistoryEntry entry, boolean output) {
    JsonElement input = new JsonPrimitive(entry.input());
    JsonArray triple = new JsonArray();
    triple.add(entry.session());
    triple.add(entry.line());
    if (output) {
      JsonArray both = new JsonArray();
      both.add(input);
      both.add(entry.output().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
      triple.add(both);
    } else {
      triple.add(input);
    }
    return triple;
  }
}
