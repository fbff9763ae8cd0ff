package dev.weft.front;

/** The kernel's files are not where they should be; the message is for the user. */
public final class KernelHomeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KernelHomeException(String message) {
    super(message);
  }
}
