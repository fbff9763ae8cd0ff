package dev.weft.install.spec;

/** A command can't do what it was asked to; the message is for the user and says what to do. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one with the text to show. */
  public CommandFailure(String message) {
    super(message);
  }

  /** Makes one with the text to show and the cause, which only {@code --debug} shows. */
  public CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
