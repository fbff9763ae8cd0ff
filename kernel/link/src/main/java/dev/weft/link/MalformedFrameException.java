package dev.weft.link;

import java.io.IOException;

/** What was received is not a frame of this protocol: the two sides are of different versions. */
public final class MalformedFrameException extends IOException {

  private static final long serialVersionUID = 1;

  MalformedFrameException(String message) {
    super(message);
  }
}
