package dev.weft.install.launch;

/** Says, in words for the user, why the program can't start. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes one with the text to show. */
  public LaunchException(String message) {
    super(message);
  }
}
