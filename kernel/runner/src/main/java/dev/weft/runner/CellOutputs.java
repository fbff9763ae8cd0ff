package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.display.DisplayData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outputs of one cell while they arrive; text of one stream in a row is one output. */
final class CellOutputs {
  private final List<Output> outputs = new ArrayList<>();
  private boolean clearFirst;

  private sealed interface Output {
    record Stream(String name, StringBuilder text) implements Output {}

    record Node(JsonObject node, Optional<String> displayId) implements Output {}
  }

  void stream(String name, String text) {
    clearIfDue();
    if (!outputs.isEmpty()
        && outputs.getLast() instanceof Output.Stream last
        && last.name().equals(name)) {
      last.text().append(text);
    } else {
      outputs.add(new Output.Stream(name, new StringBuilder(text)));
    }
  }

  void add(JsonObject node, Optional<String> displayId) {
    clearIfDue();
    outputs.add(new Output.Node(node, displayId));
  }

  /** Replaces what outputs with that id show. */
  void update(String displayId, DisplayData data) {
    for (Output output : outputs) {
      if (output instanceof Output.Node(JsonObject node, Optional<String> id)
          && id.equals(Optional.of(displayId))) {
        OutputNodes.replaceData(node, data);
      }
    }
  }

  void clear(boolean wait) {
    clearFirst = wait;
    if (!wait) {
      outputs.clear();
    }
  }

  private void clearIfDue() {
    if (clearFirst) {
      clear(false);
    }
  }

  JsonArray toJson() {
    JsonArray array = new JsonArray();
    for (Output output : outputs) {
      array.add(
          switch (output) {
            case Output.Stream(String name, StringBuilder text) ->
                OutputNodes.stream(name, text.toString());
            case Output.Node(JsonObject node, _) -> node.deepCopy();
          });
    }
    return array;
  }
}
