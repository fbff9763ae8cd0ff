package dev.weft.deadlock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What people call the locks of a dump: as the variable that holds it, otherwise as its class with
 * a number. Also tells who has a lock, as far as the JDK does.
 */
final class LockNames {

  private static final int MOST_ELEMENTS = 100;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, ReentrantLock> locks = new HashMap<>();
  private final Map<Long, String> byNumber = new HashMap<>();

  LockNames(NamedObjects program) {
    program.forEachVariable(this::add);
  }

  private void add(String name, @Nullable Object value) {
    if (value instanceof Object[] array) {
      addElements(name, Arrays.asList(array));
    } else if (value instanceof List<?> list && isOfJdk(list)) {
      addElements(name, list);
    }
    addOne(name, value);
  }

  private void addOne(String name, @Nullable Object value) {
    if (value instanceof ReentrantLock lock) {
      locks.put(name, lock);
    }
    if (value != null) {
      call(value, name);
      Object parkedAt = ParkedAt.of(value);
      if (parkedAt != null) {
        call(parkedAt, name);
      }
    }
  }

  private void call(Object object, String name) {
    names.putIfAbsent(key(object), name);
    byNumber.putIfAbsent((long) System.identityHashCode(object), name);
  }

  /** Lists that users write may do anything when they are read. */
  private static boolean isOfJdk(List<?> list) {
    return list instanceof ArrayList<?>
        || list.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }

  private void addElements(String name, List<?> elements) {
    int number = 0;
    for (Object element : elements.subList(0, Math.min(MOST_ELEMENTS, elements.size()))) {
      addOne(name + "[" + number++ + "]", element);
    }
  }

  private static String key(Object object) {
    return object.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(object));
  }

  /** Returns the names by the number that {@link System#identityHashCode} gives. */
  Map<Long, String> byNumber() {
    return byNumber;
  }

  /** Returns the locks of {@code java.util.concurrent} that have a name. */
  Map<String, ReentrantLock> locks() {
    return locks;
  }

  /** Says that a lock, as a dump has it, is a variable's. */
  void bind(String lock, String name) {
    names.put(lock, name);
  }

  boolean isNamed(String lock) {
    return names.containsKey(lock);
  }

  String name(String lock) {
    return names.computeIfAbsent(
        lock,
        key -> {
          String type = type(key);
          return type + " " + numbers.merge(type, 1, Integer::sum);
        });
  }

  private static String type(String lock) {
    String type = lock.replaceFirst("@.*", "").replaceFirst("\\$(Nonf|F)airSync$", "");
    type = type.replaceFirst("\\$ConditionObject$", "Condition");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    simple = simple.substring(simple.lastIndexOf('$') + 1);
    return simple.startsWith("AbstractQueued") ? "Condition" : simple;
  }
}
