package dev.weft.trace.flight;

/** What holds a thread up. */
public enum Doing {
  /** A lock or a permit that others have. */
  LOCK,
  /** Another thread, in whatever way. */
  WAIT,
  /** A time. */
  SLEEP,
  /** A file or a socket. */
  IO
}
