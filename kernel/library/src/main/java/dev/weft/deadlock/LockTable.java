package dev.weft.deadlock;

import java.util.List;

/**
 * Tells who waits for locks that the JVM knows nothing of, such as those that several processes
 * share; safe for use by several threads.
 *
 * <pre>{@code
 * Deadlocks.add(() -> List.of(new LockTable.Entry(waiter, "accounts", holder)));
 * }</pre>
 */
@FunctionalInterface
public interface LockTable {

  /**
   * Returns the waits that last, of all processes that it knows; does not block.
   *
   * @return those only whose holder is known
   */
  List<Entry> waits();

  /**
   * A thread that waits.
   *
   * @param lock the lock's name
   */
  record Entry(Party waiter, String lock, Party holder) {}
}
