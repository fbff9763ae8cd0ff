package dev.weft.deadlock;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Returns the name that the table has for an object, or null if it is none of its locks. */
  default @Nullable String name(Object lock) {
    return null;
  }

  /**
   * A thread that waits.
   *
   * @param lock the lock's name
   * @param since tells the waits of one thread apart, such as when it began by some clock
   */
  record Entry(Party waiter, String lock, Party holder, long since) {

    /** Makes an entry of the only wait that the thread ever has. */
    public Entry(Party waiter, String lock, Party holder) {
      this(waiter, lock, holder, 0);
    }
  }
}
