package dev.weft.testkit.environment;

/** A program that tests need is not on this machine; the message says which, and how to get it. */
public final class MissingToolException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingToolException(String message) {
    super(message);
  }
}
