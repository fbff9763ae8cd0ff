package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.front.options.JvmArgs;
import dev.weft.front.options.NotebookOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what a notebook asks for under {@code weft} in its metadata.
 *
 * <pre>{@code
 * "weft": {"enable-preview": true, "add-modules": ["jdk.incubator.vector"], "jvm-opts": "-Xmx2g"}
 * }</pre>
 */
final class NotebookRequests {

  private static final String PREVIEW = "enable-preview";
  private static final String MODULES = "add-modules";
  private static final String JVM = "jvm-opts";
  private static final String COMPILER = "compiler-opts";
  private static final String CLASS_PATH = "classpath";
  private static final Set<String> ALL =
      Set.of(PREVIEW, MODULES, JVM, COMPILER, CLASS_PATH, ReferenceTimings.FIELD);

  private NotebookRequests() {}

  /**
   * Reads the metadata of a notebook.
   *
   * @throws NotebookException if something there is unknown or of another kind
   */
  static NotebookOptions read(JsonObject metadata) throws NotebookException {
    if (!(metadata.get("weft") instanceof JsonObject weft)) {
      return NotebookOptions.NONE;
    }
    for (String name : weft.keySet()) {
      if (!ALL.contains(name)) {
        throw wrong(
            name, "is unknown; there are " + String.join(", ", ALL.stream().sorted().toList()));
      }
    }
    List<String> jvm = new ArrayList<>();
    if (weft.get(PREVIEW) instanceof JsonPrimitive preview && preview.getAsBoolean()) {
      jvm.add("--enable-preview");
    }
    List<String> modules = words(weft, MODULES);
    if (!modules.isEmpty()) {
      jvm.add("--add-modules=" + String.join(",", modules));
    }
    jvm.addAll(words(weft, JVM));
    return new NotebookOptions(jvm, words(weft, COMPILER), words(weft, CLASS_PATH));
  }

  /** Returns the words of a text, or of an array of texts, each of which is one word. */
  private static List<String> words(JsonObject weft, String name) throws NotebookException {
    JsonElement element = weft.get(name);
    List<String> words = new ArrayList<>();
    try {
      if (element instanceof JsonPrimitive text && text.isString()) {
        words.addAll(JvmArgs.split(text.getAsString()));
      } else if (element instanceof JsonArray array) {
        array.forEach(each -> words.add(each.getAsString()));
      } else if (element != null) {
        throw wrong(name, "is neither a text nor a list of texts");
      }
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      throw wrong(name, String.valueOf(e.getMessage()));
    }
    return words;
  }

  private static NotebookException wrong(String name, String reason) {
    return new NotebookException("metadata.weft." + name + " " + reason);
  }
}
