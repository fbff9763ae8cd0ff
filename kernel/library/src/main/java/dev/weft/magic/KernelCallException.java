package dev.weft.magic;

/** The kernel did not do what code has asked it to; the message says why. */
public final class KernelCallException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String errorName;

  /**
   * A refusal or a failure.
   *
   * @param errorName one word for what has happened, as {@code UnknownMagic}
   */
  public KernelCallException(String errorName, String message) {
    super(message);
    this.errorName = errorName;
  }

  /** Returns one word for what has happened. */
  public String errorName() {
    return errorName;
  }
}
