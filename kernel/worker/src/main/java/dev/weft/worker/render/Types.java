package dev.weft.worker.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about classes. */
final class Types {

  private Types() {}

  /** Returns the first class or interface of those names that a class is or extends. */
  static <V> Optional<V> findByName(Class<?> type, Map<String, V> byName) {
    Deque<Class<?>> open = new ArrayDeque<>();
    Map<Class<?>, Boolean> seen = new LinkedHashMap<>();
    open.add(type);
    while (!open.isEmpty()) {
      Class<?> each = open.remove();
      V found = byName.get(each.getName());
      if (found != null) {
        return Optional.of(found);
      }
      enqueue(each.getSuperclass(), open, seen);
      for (Class<?> face : each.getInterfaces()) {
        enqueue(face, open, seen);
      }
    }
    return Optional.empty();
  }

  private static void enqueue(
      @Nullable Class<?> type, Deque<Class<?>> open, Map<Class<?>, Boolean> seen) {
    if (type != null && seen.put(type, true) == null) {
      open.add(type);
    }
  }

  /** Whether the JDK brings the class. */
  static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Whether a class, or one that it extends, has a {@code toString} that the JDK did not write. */
  static boolean hasOwnText(Class<?> type) {
    return !isOfJdk(textSource(type));
  }

  /** Whether the class says no more of its values than their class and hash code. */
  static boolean hasNoText(Class<?> type) {
    return textSource(type) == Object.class;
  }

  private static Class<?> textSource(Class<?> type) {
    try {
      return type.getMethod("toString").getDeclaringClass();
    } catch (NoSuchMethodException | LinkageError e) {
      return Object.class;
    }
  }

  /** The name that a reader knows a class by. */
  static String name(Class<?> type) {
    String simple = type.getSimpleName();
    return simple.isEmpty() ? type.getName() : simple;
  }
}
