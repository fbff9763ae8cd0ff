package dev.weft.front.history;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Entries as lines of JSON: one for the input, and one for the output if there is any. */
final class EntryCodec {

  private EntryCodec() {}

  static String input(int line, String code) {
    return line(line, "input", code);
  }

  static String output(int line, String text) {
    return line(line, "output", text);
  }

  /** Reads what {@link #input} and {@link #output} have written; skips what they have not. */
  static List<HistoryEntry> read(int session, List<String> lines) {
    Map<Integer, HistoryEntry> entries = new TreeMap<>();
    for (String line : lines) {
      try {
        read(session, JsonParser.parseString(line).getAsJsonObject(), entries);
      } catch (JsonParseException
          | IllegalStateException
          | UnsupportedOperationException
          | NumberFormatException e) {
        System.getLogger("dev.weft").log(Level.DEBUG, "A damaged line of history was skipped.");
      }
    }
    return new ArrayList<>(entries.values());
  }

  private static String line(int line, String key, String text) {
    JsonObject object = new JsonObject();
    object.addProperty("line", line);
    object.addProperty(key, text);
    return object.toString();
  }

  private static void read(int session, JsonObject object, Map<Integer, HistoryEntry> entries) {
    if (!object.has("line")) {
      return;
    }
    int line = object.get("line").getAsInt();
    if (object.has("input")) {
      String input = object.get("input").getAsString();
      entries.put(line, new HistoryEntry(session, line, input, Optional.empty()));
    }
    if (object.has("output")) {
      String output = object.get("output").getAsString();
      entries.computeIfPresent(line, (_, entry) -> entry.withOutput(output));
    }
  }
}
