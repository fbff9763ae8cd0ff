package dev.weft.front.interpreter;

/** What comes of {@link OutputSink#requestInput}. */
public sealed interface InputAnswer {

  /** The person's line, without its end. */
  record Line(String text) implements InputAnswer {}

  /** There is no more input. */
  record End() implements InputAnswer {}

  /** The code may not ask; a sentence says why. */
  record Refused(String reason) implements InputAnswer {}
}
