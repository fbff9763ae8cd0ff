package dev.weft.process.ship;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;

/** How many bytes primitive arrays have. */
final class ArrayWidth {

  private static final Map<Class<?>, Integer> WIDTHS =
      Map.of(
          boolean.class, Byte.BYTES,
          byte.class, Byte.BYTES,
          char.class, Character.BYTES,
          short.class, Short.BYTES,
          int.class, Integer.BYTES,
          float.class, Float.BYTES,
          long.class, Long.BYTES,
          double.class, Double.BYTES);

  private ArrayWidth() {}

  static long bytes(List<Object> arrays) {
    long sum = 0;
    for (Object each : arrays) {
      int width = WIDTHS.getOrDefault(each.getClass().componentType(), Long.BYTES);
      sum += (long) Array.getLength(each) * width;
    }
    return sum;
  }
}
