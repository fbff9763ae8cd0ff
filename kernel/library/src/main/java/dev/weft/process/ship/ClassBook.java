package dev.weft.process.ship;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a child process can't find by itself, such as those of a notebook's cells.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface ClassBook {

  /**
   * Returns the class file to send, or null for a class that the child has on its class path.
   *
   * <p>The same array is returned for as long as the class is the same.
   */
  byte @Nullable [] bytes(String className);

  /** Returns whether the class's static fields are a notebook's variables, its methods cells. */
  boolean isWrapper(String className);

  /** Returns what loads the classes here. */
  ClassLoader loader();

  /** Returns a lookup in the module of the classes. */
  MethodHandles.Lookup lookup();

  /** Returns a book without classes, for programs whose classes are all on the class path. */
  static ClassBook empty(ClassLoader loader) {
    return new EmptyBook(loader);
  }
}
