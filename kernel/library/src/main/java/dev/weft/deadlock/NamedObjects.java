package dev.weft.deadlock;

import java.util.function.BiConsumer;

/**
 * What kernels know of a program: the objects that people know by a name, and their own threads.
 */
public interface NamedObjects {

  /**
   * Tells the names and values of variables; those that matter here are locks, and lists and arrays
   * of locks.
   */
  void forEachVariable(BiConsumer<String, Object> told);

  /** Returns whether a thread is the kernel's own, and of no interest to people. */
  boolean isOwn(Thread thread);
}
