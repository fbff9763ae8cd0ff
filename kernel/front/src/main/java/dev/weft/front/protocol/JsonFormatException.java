package dev.weft.front.protocol;

/** Says that a text is not the JSON that was expected; does not quote the text. */
public final class JsonFormatException extends Exception {
  private static final long serialVersionUID = 1;

  JsonFormatException(String message) {
    super(message, null, false, false);
  }
}
