package dev.weft.link;

import java.io.IOException;

/** The other side has closed the link, has died, or this side has closed it. */
public final class LinkClosedException extends IOException {

  private static final long serialVersionUID = 1;

  LinkClosedException(String message) {
    super(message);
  }

  LinkClosedException(String message, IOException cause) {
    super(message, cause);
  }
}
