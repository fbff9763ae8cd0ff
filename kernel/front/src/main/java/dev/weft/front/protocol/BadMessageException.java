package dev.weft.front.protocol;

/**
 * Says why frames that arrived are not a message of this session; the reason never holds the key or
 * a valid signature.
 */
public final class BadMessageException extends Exception {
  private static final long serialVersionUID = 1;

  BadMessageException(String reason) {
    super(reason, null, false, false);
  }
}
