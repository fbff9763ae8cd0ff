package dev.weft.notebooks;

import static dev.weft.notebooks.WorkshopNotebook.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the outputs of a cell have in common from run to run: which lines there are whatever their
 * order, which values in which formats, and all of them without the numbers, times, ids and sizes
 * that differ between runs and machines.
 *
 * <p>Of a chart the title counts. Two runs of the same code are expected to have equal shapes,
 * unless what the cell does is left to chance, which its tag {@code nbval-ignore-output} says.
 *
 * @param parts what there is, sorted, each once
 */
record OutputShape(Set<String> parts) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![A-Za-z_\\d])[-+]?\\d[\\d,._]*(e[-+]?\\d+)?(\\s?(ns|µs|ms|s|B|KB|MB|KiB|MiB|%)(?![a-z]))?");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[\\d;]*m");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  static OutputShape of(JsonArray outputs) {
    Set<String> parts = new TreeSet<>();
    for (JsonElement element : outputs) {
      JsonObject output = element.getAsJsonObject();
      switch (output.get("output_type").getAsString()) {
        case "stream" -> addLines(parts, output);
        case "error" -> parts.add("error " + output.get("ename").getAsString());
        default -> parts.add(value(output.getAsJsonObject("data")));
      }
    }
    return new OutputShape(Set.copyOf(parts));
  }

  private static void addLines(Set<String> parts, JsonObject stream) {
    String name = stream.get("name").getAsString();
    text(stream.get("text"))
        .lines()
        .map(OutputShape::sanitised)
        .filter(line -> !line.isBlank())
        .forEach(line -> parts.add(name + " " + line));
  }

  private static String value(JsonObject data) {
    String text = data.has("text/plain") ? text(data.get("text/plain")) : "";
    boolean chart = data.has("image/svg+xml");
    String shown = chart ? text.lines().findFirst().orElse("") : text;
    return new TreeSet<>(data.keySet()) + " " + sanitised(shown);
  }

  /** Returns a text without what differs from run to run. */
  static String sanitised(String text) {
    String plain = COLOUR.matcher(text).replaceAll("");
    return BLANKS.matcher(NUMBER.matcher(plain).replaceAll("N")).replaceAll(" ").strip();
  }

  @Override
  public String toString() {
    return String.join("\n", new TreeSet<>(parts));
  }
}
