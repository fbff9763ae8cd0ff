package dev.weft.worker.render;

import dev.weft.worker.guard.Guarded;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a value, such as a record's component.
 *
 * @param name what it is called
 * @param getter returns it, given the value
 */
record Column(String name, Getter getter) {

  /** Gets a part of a value. */
  interface Getter {
    @Nullable Object get(Object value) throws ReflectiveOperationException;
  }

  /** Stands for a part that could not be had. */
  record Failed(String reason) {
    @Override
    public String toString() {
      return "(" + reason + ")";
    }
  }

  /** Returns that part of a value, or what went wrong. */
  @Nullable Object of(Object value) {
    Object[] part = {null};
    String problem =
        Guarded.problem(
            () -> {
              part[0] = getter.get(value);
            });
    return problem == null ? part[0] : new Failed("threw " + problem);
  }
}
