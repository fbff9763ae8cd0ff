package dev.weft.process.ship;

import org.jspecify.annotations.Nullable;

/** A value can't be sent, or can't be rebuilt where it has arrived. */
public final class UntransferableException extends Exception {

  private static final long serialVersionUID = 1;

  /** Makes one without a cause. */
  public UntransferableException(String message) {
    super(message);
  }

  UntransferableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
