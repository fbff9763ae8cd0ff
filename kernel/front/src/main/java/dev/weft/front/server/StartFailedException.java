package dev.weft.front.server;

import java.util.Objects;

/** There is no interpreter; the message says why and what to do. */
final class StartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartFailedException(Throwable cause) {
    super(
        "Java could not be started for this notebook: "
            + (cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage())
            + "\nMend what it says, then restart the kernel.",
        cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
