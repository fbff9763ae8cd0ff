package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What an object consists of, as far as it would be written with it. */
final class Parts {

  private final List<Obstacle.Place> parts = new ArrayList<>();
  private final String path;

  private Parts(String path) {
    this.path = path;
  }

  static List<Obstacle.Place> of(Obstacle.Place whole) {
    Parts parts = new Parts(whole.path());
    parts.take(whole.value());
    return parts.parts;
  }

  private void add(String step, @Nullable Object value) {
    if (value != null && !Scalars.isScalar(value)) {
      parts.add(new Obstacle.Place(value, path + step));
    }
  }

  private void take(Object value) {
    Class<?> type = value.getClass();
    if (value instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        add("[" + i + "]", array[i]);
      }
    } else if (type.isHidden()) {
      takeLambda(value);
    } else if (type.getClassLoader() != null && !type.isEnum()) {
      takeFields(value);
    } else {
      takeContent(value);
    }
  }

  private void takeContent(Object value) {
    if (value instanceof Collection<?> collection) {
      int index = 0;
      for (Object each : collection) {
        add("[" + index++ + "]", each);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            add(" (a key)", key);
            add("[" + (Scalars.isScalar(key) ? key : "...") + "]", each);
          });
    } else if (value instanceof Optional<?> optional) {
      add(".get()", optional.orElse(null));
    } else if (value instanceof Throwable thrown) {
      add(".getCause()", thrown.getCause());
    } else if (value instanceof AtomicReference<?> reference) {
      add(".get()", reference.get());
    }
  }

  private void takeFields(Object value) {
    for (Class<?> type = value.getClass();
        type != null && type.getClassLoader() != null;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())) {
          takeField(value, type, field);
        }
      }
    }
    takeContent(value);
  }

  private void takeField(Object value, Class<?> type, Field field) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      add("." + field.getName(), lookup.unreflectVarHandle(field).get(value));
    } catch (IllegalAccessException e) {
      // a class of a module that is not open: what it holds stays unknown
    }
  }

  private void takeLambda(Object lambda) {
    SerializedLambda description = describe(lambda);
    if (description != null) {
      for (int i = 0; i < description.getCapturedArgCount(); i++) {
        add(" captured value " + (i + 1), description.getCapturedArg(i));
      }
    }
  }

  /** Returns what a lambda would be written as, or null. */
  private static @Nullable SerializedLambda describe(Object lambda) {
    SerializedLambda[] found = new SerializedLambda[1];
    try (Probe probe = new Probe(found)) {
      probe.writeObject(lambda);
    } catch (IOException e) {
      return null;
    }
    return found[0];
  }

  /** Catches what a lambda is replaced with. */
  private static final class Probe extends ObjectOutputStream {
    private final SerializedLambda[] found;

    Probe(SerializedLambda[] found) throws IOException {
      super(OutputStream.nullOutputStream());
      this.found = found;
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(Object value) {
      if (value instanceof SerializedLambda lambda) {
        found[0] = lambda;
        return null;
      }
      return value;
    }
  }
}
