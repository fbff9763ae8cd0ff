package dev.weft.link;

/** Which of a program's two output streams. */
public enum StreamName {
  /** Standard output. */
  STDOUT,
  /** Standard error. */
  STDERR
}
