package dev.weft.explore;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** What people call objects; guarded by the conductor. */
final class ObjectNames {

  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Says what an object is called; the first name counts. */
  void put(Object object, String name) {
    names.putIfAbsent(object, name);
  }

  /** Returns the name, or the class with a number. */
  String get(Object object) {
    return names.computeIfAbsent(
        object,
        each -> {
          String type = each.getClass().getSimpleName();
          return type + " " + numbers.merge(type, 1, Integer::sum);
        });
  }
}
