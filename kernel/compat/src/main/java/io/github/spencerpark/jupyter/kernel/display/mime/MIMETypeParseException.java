package io.github.spencerpark.jupyter.kernel.display.mime;

/** A text that is no MIME type. */
public final class MIMETypeParseException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  MIMETypeParseException(String raw) {
    super("'" + raw + "' is no MIME type; one is written as text/html.");
  }
}
