package dev.weft.process.ship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The short form of lists and maps of {@link Scalars scalars}, of the JDK's most used classes.
 *
 * <p>Nothing in them refers to anything else, so that nothing is lost of what an object stream
 * would keep; all others take that.
 */
final class Simple {

  private static final byte ARRAY_LIST = 1;
  private static final byte LIST = 2;
  private static final byte HASH_MAP = 3;
  private static final byte MAP = 4;

  private Simple() {}

  /**
   * The class of what {@code List.of} and {@code Map.of} return, for a few elements and for more.
   */
  private static final class Immutable {
    static final Class<?> FEW = List.of(0).getClass();
    static final Class<?> MORE = List.of(0, 1, 2).getClass();
    static final Class<?> ONE = Map.of(0, 0).getClass();
    static final Class<?> SEVERAL = Map.of(0, 0, 1, 1).getClass();
  }

  /** Writes a value if it is such a one; otherwise the sink is left with what is to be dropped. */
  static boolean write(ByteSink sink, Object value) {
    try {
      return write(sink, value, value.getClass());
    } catch (ConcurrentModificationException e) {
      return false; // the object stream says so
    }
  }

  private static boolean write(ByteSink sink, Object value, Class<?> type) {
    if (type == ArrayList.class) {
      return write(sink, ARRAY_LIST, (Collection<?>) value, true);
    }
    if (type == HashMap.class) {
      return write(sink, HASH_MAP, (Map<?, ?>) value);
    }
    if (type == Immutable.ONE || type == Immutable.SEVERAL) {
      return write(sink, MAP, (Map<?, ?>) value);
    }
    return (type == Immutable.FEW || type == Immutable.MORE)
        && write(sink, LIST, (Collection<?>) value, false);
  }

  /** A list of {@code Stream.toList} is of the same class as others, and may hold null. */
  private static boolean write(
      ByteSink sink, byte kind, Collection<?> elements, boolean mayHoldNull) {
    sink.write(kind);
    sink.putInt(elements.size());
    for (Object each : elements) {
      if (!Scalars.isScalar(each) || (each == null && !mayHoldNull)) {
        return false;
      }
      Scalars.write(sink, each);
    }
    return true;
  }

  private static boolean write(ByteSink sink, byte kind, Map<?, ?> map) {
    sink.write(kind);
    sink.putInt(map.size());
    for (Map.Entry<?, ?> each : map.entrySet()) {
      if (!Scalars.isScalar(each.getKey()) || !Scalars.isScalar(each.getValue())) {
        return false;
      }
      Scalars.write(sink, each.getKey());
      Scalars.write(sink, each.getValue());
    }
    return true;
  }

  /** Reads what {@link #write} has written. */
  static Object read(ByteSource source) {
    int kind = source.read();
    int size = source.takeInt();
    return switch (kind) {
      case ARRAY_LIST -> list(source, size);
      case LIST -> List.of(list(source, size).toArray());
      case HASH_MAP -> map(source, size);
      case MAP -> Map.copyOf(map(source, size));
      default -> throw new IllegalStateException("No such collection: " + kind);
    };
  }

  private static List<@Nullable Object> list(ByteSource source, int size) {
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(Scalars.read(source));
    }
    return list;
  }

  private static Map<@Nullable Object, @Nullable Object> map(ByteSource source, int size) {
    Map<@Nullable Object, @Nullable Object> map = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      Object key = Scalars.read(source);
      map.put(key, Scalars.read(source));
    }
    return map;
  }
}
