package dev.weft.manager;

import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/**
 * An object that a manager serves.
 *
 * @param target the object
 * @param table the methods that clients may call
 */
record Served(Object target, MethodTable table) {

  /** Puts an element back that was taken for a client that has gone meanwhile. */
  @SuppressWarnings("unchecked")
  void giveBack(Operation operation, @Nullable Object element) {
    boolean taken = operation.name().equals("take") || operation.name().equals("poll");
    if (element != null && taken && target instanceof LinkedBlockingDeque<?> queue) {
      ((LinkedBlockingDeque<Object>) queue).offerFirst(element);
    }
  }
}
