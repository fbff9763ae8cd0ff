package dev.weft.process.child;

/**
 * How far another JVM's {@link System#nanoTime} is from this one's, by questions and answers: it
 * was read between the question and the answer, so the quickest answer tells most.
 */
final class ClockOffset {

  private static final int QUESTIONS = 16;

  private long lowest = Long.MIN_VALUE;
  private long highest = Long.MAX_VALUE;
  private int answers;

  /** Takes an answer: what is asked, said and now, each by the clock of who reads it. */
  void add(long asked, long said, long now) {
    lowest = Math.max(lowest, asked - said);
    highest = Math.min(highest, now - said);
    answers++;
  }

  boolean wantsMore() {
    return answers < QUESTIONS;
  }

  boolean isKnown() {
    return answers > 0;
  }

  /**
   * Returns what to add to the other's time: nothing if both may be the same clock, as on most
   * systems all processes have one.
   */
  long nanos() {
    if (answers == 0 || (lowest <= 0 && highest >= 0)) {
      return 0;
    }
    return lowest + (highest - lowest) / 2;
  }

  /** Returns by how much that may be wrong. */
  long error() {
    if (answers == 0) {
      return 0;
    }
    long best = nanos();
    return Math.max(0, Math.max(highest - best, best - lowest));
  }
}
