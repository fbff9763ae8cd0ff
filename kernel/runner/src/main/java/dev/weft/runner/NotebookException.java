package dev.weft.runner;

import java.io.IOException;

/** A notebook cannot be read, written or run; the message is one line for the person who asked. */
public final class NotebookException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String message;

  /** Keeps the message. */
  public NotebookException(String message) {
    this.message = message;
  }

  /** Keeps the message and what led to it. */
  public NotebookException(String message, Throwable cause) {
    super(cause);
    this.message = message;
  }

  /** Returns the one line. */
  @Override
  public String getMessage() {
    return message;
  }
}
