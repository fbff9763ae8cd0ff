package dev.weft.link;

import java.io.IOException;

/**
 * A message does not fit into one frame; nothing of it was sent, and the link can still be used.
 */
public final class FrameTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  FrameTooLargeException(long bytes, int limit) {
    super(
        "A message of "
            + bytes
            + " bytes is larger than the "
            + limit
            + " bytes that cross the link at once");
  }
}
