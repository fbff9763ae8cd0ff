package dev.weft.widget;

import dev.weft.comm.Json;
import dev.weft.display.DisplayData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outputs as a notebook's file holds them; for one thread at a time. */
final class Outputs {

  /** A longer text loses its beginning. */
  static final int LONGEST = 200_000;

  /** Of more outputs the first are lost. */
  static final int MOST = 500;

  private sealed interface One {
    Map<String, @Nullable Object> toJson();

    String text();
  }

  private record Stream(String name, String text) implements One {
    @Override
    public Map<String, @Nullable Object> toJson() {
      return Map.of("output_type", "stream", "name", name, "text", text);
    }
  }

  private record Shown(DisplayData data, Optional<String> id) implements One {
    @Override
    public Map<String, @Nullable Object> toJson() {
      Map<String, @Nullable Object> content = new LinkedHashMap<>();
      data.data().forEach((type, value) -> content.put(type, isJson(type) ? read(value) : value));
      Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
      data.metadata().forEach((key, value) -> metadata.put(key, read(value)));
      return Map.of("output_type", "display_data", "data", content, "metadata", metadata);
    }

    @Override
    public String text() {
      return data.data().getOrDefault(DisplayData.TEXT, "");
    }

    private static boolean isJson(String type) {
      return type.equals("application/json") || type.endsWith("+json");
    }

    /** The value that the text stands for, or the text itself where it is not JSON. */
    private static @Nullable Object read(String text) {
      try {
        return Json.read(text);
      } catch (IllegalArgumentException e) {
        return text;
      }
    }
  }

  private final List<One> all = new ArrayList<>();
  private boolean clearing;

  void stream(String name, String text) {
    settle();
    if (!all.isEmpty() && all.getLast() instanceof Stream(String last, String before)) {
      if (last.equals(name)) {
        all.set(all.size() - 1, new Stream(name, end(before + text)));
        return;
      }
    }
    add(new Stream(name, end(text)));
  }

  private static String end(String text) {
    return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
  }

  void display(DisplayData data, Optional<String> id, boolean update) {
    if (update) {
      all.replaceAll(
          one -> one instanceof Shown shown && shown.id().equals(id) ? new Shown(data, id) : one);
    } else {
      settle();
      add(new Shown(data, id));
    }
  }

  private void add(One one) {
    all.add(one);
    if (all.size() > MOST) {
      all.removeFirst();
    }
  }

  void clear(boolean waitForOutput) {
    clearing = true;
    if (!waitForOutput) {
      settle();
    }
  }

  /** Carries out a clear that waits. */
  void settle() {
    if (clearing) {
      clearing = false;
      all.clear();
    }
  }

  List<Map<String, @Nullable Object>> toJson() {
    return all.stream().map(One::toJson).toList();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(one.text()));
    return text.toString().strip();
  }
}
