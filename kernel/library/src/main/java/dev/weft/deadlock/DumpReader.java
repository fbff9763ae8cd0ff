package dev.weft.deadlock;

import dev.weft.comm.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JDK's dump of all threads, virtual ones as well, as far as this JDK writes it. */
final class DumpReader {

  private DumpReader() {}

  static List<ThreadSeen> read(String json) {
    List<ThreadSeen> threads = new ArrayList<>();
    Object dump = Json.readObject(json).get("threadDump");
    for (Map<?, ?> container : objects(dump, "threadContainers")) {
      for (Map<?, ?> thread : objects(container, "threads")) {
        threads.add(thread(thread));
      }
    }
    return threads;
  }

  private static ThreadSeen thread(Map<?, ?> thread) {
    String monitor = text(thread, "blockedOn");
    String waiting = text(thread, "waitingOn");
    String parked = text(thread.get("parkBlocker"), "object");
    List<String> owned = new ArrayList<>();
    for (Map<?, ?> frame : objects(thread, "monitorsOwned")) {
      owned.addAll(texts(frame, "locks"));
    }
    owned.remove(waiting);
    return new ThreadSeen(
        Long.parseLong(text(thread, "tid")),
        text(thread, "name"),
        "true".equals(text(thread, "virtual")),
        text(thread, "state"),
        monitor.isEmpty() ? (parked.isEmpty() ? waiting : parked) : monitor,
        !monitor.isEmpty(),
        owned,
        texts(thread, "stack"));
  }

  private static @Nullable Object member(@Nullable Object object, String name) {
    return object instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private static String text(@Nullable Object object, String name) {
    Object value = member(object, name);
    return value == null ? "" : value.toString();
  }

  private static List<String> texts(@Nullable Object object, String name) {
    return member(object, name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static List<Map<?, ?>> objects(@Nullable Object object, String name) {
    List<Map<?, ?>> found = new ArrayList<>();
    if (member(object, name) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          found.add(map);
        }
      }
    }
    return found;
  }
}
