package dev.weft.front.magic;

/** A magic could not do what it was told; the message is one clear sentence for the person. */
public final class MagicException extends Exception {

  private static final long serialVersionUID = 1;

  private final String errorName;

  /** A failure that needs no name of its own. */
  public MagicException(String message) {
    this("MagicError", message);
  }

  /**
   * A failure with a name, which clients show as they show an exception's class.
   *
   * @param errorName one word, as {@code UnknownMagic}
   */
  public MagicException(String errorName, String message) {
    super(message, null, false, false);
    this.errorName = errorName;
  }

  /** Returns the name of the error. */
  public String errorName() {
    return errorName;
  }

  /** Returns what happened. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
