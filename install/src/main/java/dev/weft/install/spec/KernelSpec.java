package dev.weft.install.spec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@code kernel.json} as Jupyter reads it.
 *
 * <p>Kernelspecs of Weft carry an object {@code metadata.weft}, by which they are known again.
 *
 * @param json the whole file
 */
public record KernelSpec(JsonObject json) {
  /** The name of the file in a kernelspec's folder. */
  public static final String FILE = "kernel.json";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * Reads the kernelspec in a folder; null where it has none.
   *
   * @throws IOException if it can't be read or is not a JSON object
   */
  public static @Nullable KernelSpec read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      return new KernelSpec(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException broken) {
      throw new IOException(file + " is not a JSON object", broken);
    }
  }

  /** Tells whether Weft wrote it. */
  public boolean isOurs() {
    return weft() != null;
  }

  /** Returns the home of the kernel's jars, or null where Weft did not write it. */
  public @Nullable Path home() {
    JsonObject weft = weft();
    return weft == null ? null : Path.of(text(weft, "home"));
  }

  /** Returns what Jupyter shows to users, or an empty string. */
  public String displayName() {
    return text(json, "display_name");
  }

  /** Returns the command that starts the kernel; empty where there is none. */
  public List<String> argv() {
    return json.get("argv") instanceof com.google.gson.JsonArray array
        ? array.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  /** Returns the variables that it adds to the kernel's environment. */
  public Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    if (json.get("env") instanceof JsonObject env) {
      env.keySet().forEach(name -> variables.put(name, text(env, name)));
    }
    return variables;
  }

  /** Returns the text of the file. */
  public String text() {
    return GSON.toJson(json) + "\n";
  }

  private @Nullable JsonObject weft() {
    return json.get("metadata") instanceof JsonObject metadata
            && metadata.get("weft") instanceof JsonObject weft
        ? weft
        : null;
  }

  private static String text(JsonObject object, String key) {
    JsonElement value = object.get(key);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
