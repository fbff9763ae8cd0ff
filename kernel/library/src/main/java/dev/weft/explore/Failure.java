package dev.weft.explore;

/**
 * What went wrong under a schedule.
 *
 * @param kind of what sort it is
 * @param message one sentence about it
 */
public record Failure(Kind kind, String message) {

  /** What can go wrong. */
  public enum Kind {
    /** Something that must hold at the end does not. */
    CHECK,
    /** A thread has thrown. */
    EXCEPTION,
    /** No thread can go on. */
    DEADLOCK,
    /** The threads have not come to an end within a large number of steps. */
    ENDLESS
  }
}
