package dev.weft.channel;

import dev.weft.segment.WaitWord;
import java.lang.foreign.MemorySegment;

/**
 * Wakes those who wait for something in shared memory, and costs next to nothing while nobody
 * waits.
 *
 * <p>Eight bytes: a number that each ring changes, and how much those want it who wait. Who waits
 * calls {@link #listen}, looks again, and then sleeps on the {@link #word} while it has that value.
 */
final class Bell {

  /** Nobody waits. */
  static final int NOT_WANTED = 0;

  /** Somebody waits who need not be woken at the first chance. */
  static final int WANTED_LATER = 1;

  /** Somebody waits who is to be woken at once. */
  static final int WANTED_NOW = 2;

  private final WaitWord word;
  private final WaitWord wanted;

  Bell(MemorySegment memory, long offset) {
    word = new WaitWord(memory, offset);
    wanted = new WaitWord(memory, offset + Integer.BYTES);
  }

  /** Returns what the word is now; a ring after this changes it. */
  int listen(int how) {
    int seen = word.get();
    if (wanted.get() < how) {
      wanted.set(how);
    }
    return seen;
  }

  WaitWord word() {
    return word;
  }

  /** Returns how much it is wanted. */
  int wanted() {
    return wanted.get();
  }

  /** Wakes all who listen. */
  void ring() {
    wanted.set(NOT_WANTED);
    word.getAndAdd(1);
    word.wakeAll();
  }
}
