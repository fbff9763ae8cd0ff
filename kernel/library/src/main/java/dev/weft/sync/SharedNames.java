package dev.weft.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Names for what was not given one: the type and a number. */
final class SharedNames {

  private static final Map<String, AtomicInteger> NUMBERS = new ConcurrentHashMap<>();

  private SharedNames() {}

  static String next(String type) {
    AtomicInteger number = NUMBERS.computeIfAbsent(type, key -> new AtomicInteger());
    return type + "-" + number.incrementAndGet();
  }
}
