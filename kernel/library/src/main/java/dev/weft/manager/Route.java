package dev.weft.manager;

import org.jspecify.annotations.Nullable;

/** The way to a manager's objects. Safe for use by several threads. */
interface Route {

  /**
   * Calls a method of an object; waits for what comes of it.
   *
   * @throws Throwable what the method has thrown
   * @throws ManagerGoneException if the manager is gone
   */
  @Nullable Object call(long object, Operation operation, @Nullable Object[] arguments)
      throws Throwable;

  /**
   * Returns an object's text.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  String text(long object);
}
