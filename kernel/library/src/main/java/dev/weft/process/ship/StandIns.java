package dev.weft.process.ship;

import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values of the JDK that are not serializable and travel all the same. */
final class StandIns {

  private StandIns() {}

  /** Returns what travels in place of a value, or the value where nothing does. */
  static Object replace(Object value) {
    StandIn constant = constant(value);
    if (constant != null) {
      return constant;
    }
    if (value.getClass().getClassLoader() != null) {
      return value;
    }
    StandIn other = optional(value);
    return other != null ? other : named(value);
  }

  /** Returns whether {@link #replace} has something in place of the value. */
  static boolean has(Object value) {
    return replace(value) != value;
  }

  @SuppressWarnings("ReferenceEquality") // these very objects are meant
  private static @Nullable StandIn constant(Object value) {
    if (value == System.out) {
      return new StandIn(StandIn.Kind.OUT, null);
    }
    if (value == System.err) {
      return new StandIn(StandIn.Kind.ERR, null);
    }
    if (value == Function.identity()) {
      return new StandIn(StandIn.Kind.IDENTITY, null);
    }
    return value == UnaryOperator.identity()
        ? new StandIn(StandIn.Kind.IDENTITY_OPERATOR, null)
        : null;
  }

  private static @Nullable StandIn optional(Object value) {
    if (value instanceof Optional<?> optional) {
      return new StandIn(StandIn.Kind.OPTIONAL, optional.orElse(null));
    }
    if (value instanceof OptionalInt number) {
      Object content = number.isPresent() ? number.getAsInt() : null;
      return new StandIn(StandIn.Kind.OPTIONAL_INT, content);
    }
    if (value instanceof OptionalLong number) {
      Object content = number.isPresent() ? number.getAsLong() : null;
      return new StandIn(StandIn.Kind.OPTIONAL_LONG, content);
    }
    if (value instanceof OptionalDouble number) {
      Object content = number.isPresent() ? number.getAsDouble() : null;
      return new StandIn(StandIn.Kind.OPTIONAL_DOUBLE, content);
    }
    return null;
  }

  private static Object named(Object value) {
    if (value instanceof Path path && path.getFileSystem() == FileSystems.getDefault()) {
      return new StandIn(StandIn.Kind.PATH, path.toString());
    }
    if (value instanceof Charset charset) {
      return new StandIn(StandIn.Kind.CHARSET, charset.name());
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return new AbstractMap.SimpleImmutableEntry<>(entry.getKey(), entry.getValue());
    }
    if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>(map);
    }
    if (value instanceof Set<?> set) {
      return new LinkedHashSet<>(set);
    }
    return value instanceof Collection<?> collection ? new ArrayList<>(collection) : value;
  }
}
