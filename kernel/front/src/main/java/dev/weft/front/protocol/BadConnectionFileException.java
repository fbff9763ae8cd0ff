package dev.weft.front.protocol;

/** Says in one line why a connection file can't be used; never holds the key. */
public final class BadConnectionFileException extends Exception {
  private static final long serialVersionUID = 1;

  BadConnectionFileException(String message) {
    super(message);
  }
}
