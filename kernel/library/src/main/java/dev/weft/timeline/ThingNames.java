package dev.weft.timeline;

import dev.weft.trace.flight.Happening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names for the things that threads of one JVM wait for: as the program calls them, or their class
 * and a number, as {@code ReentrantLock 2}.
 *
 * <p>The flight recorder tells things of one class apart by their address, the looks at threads by
 * another number; a wait that both have seen says which is which.
 */
final class ThingNames {

  private final Map<String, Map<Long, String>> byClass = new HashMap<>();
  private final Map<String, Map<Long, String>> byName = new HashMap<>();
  private final Map<Long, Long> addresses = new HashMap<>();

  /** Which number of the looks an address has. */
  private final Map<Long, Long> numbers = new HashMap<>();

  private final Map<Long, String> known;

  /**
   * Makes names.
   *
   * @param known the program's own, by the number that looks have
   */
  ThingNames(Map<Long, String> known) {
    this.known = known;
  }

  /** Learns from the waits of one thread, both in order of time. */
  void learn(List<Happening.Held> recorded, List<Happening.Held> sampled) {
    int at = 0;
    for (Happening.Held each : sampled) {
      while (at < recorded.size() && recorded.get(at).end() < each.end()) {
        at++;
      }
      if (at < recorded.size() && isSame(recorded.get(at), each) && !each.kind().isEmpty()) {
        addresses.put(each.which(), recorded.get(at).which());
        numbers.put(recorded.get(at).which(), each.which());
      }
    }
  }

  /** A look says that a wait begins with the look before, and ends with the last that saw it. */
  private static boolean isSame(Happening.Held recorded, Happening.Held sampled) {
    return recorded.start() <= sampled.end() && recorded.kind().equals(sampled.kind());
  }

  /** Returns a name, or an empty text where nothing is known. */
  String of(Happening.Held held) {
    String className = held.kind();
    if (className.isEmpty() || className.indexOf(' ') >= 0) {
      return className.strip();
    }
    long which =
        held.sampled() ? addresses.getOrDefault(held.which(), ~held.which()) : held.which();
    return byClass
        .computeIfAbsent(className, _ -> new HashMap<>())
        .computeIfAbsent(which, _ -> name(className, held, which));
  }

  private String name(String className, Happening.Held held, long which) {
    long number = held.sampled() ? held.which() : numbers.getOrDefault(held.which(), 0L);
    @Nullable String called = known.get(number);
    return called == null ? numbered(className, which) : called;
  }

  /** Things of several classes may have one name, as fair locks and others. */
  private String numbered(String className, long which) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    String shown =
        name.endsWith("$ConditionObject") ? "Condition" : name.replaceFirst("\\$.*Sync$", "");
    Map<Long, String> ofName = byName.computeIfAbsent(shown, _ -> new HashMap<>());
    return ofName.computeIfAbsent(which, _ -> shown + " " + (ofName.size() + 1));
  }
}
