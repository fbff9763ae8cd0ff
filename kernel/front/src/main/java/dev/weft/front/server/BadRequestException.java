package dev.weft.front.server;

import java.util.Objects;

/** A request whose content is not what its type asks for; the message says what is wrong. */
final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
