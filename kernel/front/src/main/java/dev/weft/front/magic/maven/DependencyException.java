package dev.weft.front.magic.maven;

/** Dependencies could not be had; the message says which, why, and what to do. */
final class DependencyException extends Exception {

  private static final long serialVersionUID = 1;

  DependencyException(String message) {
    super(message, null, false, false);
  }

  DependencyException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the message, which is never missing. */
  String text() {
    return String.valueOf(getMessage());
  }
}
