package dev.weft.front.protocol;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One life of the kernel, which names and dates the messages it sends; safe for use by several
 * threads.
 *
 * <p>Ids are unique and not secret.
 */
public final class Session {
  /** Version of the messaging protocol. */
  public static final String PROTOCOL_VERSION = "5.5";

  private static final String USERNAME = "weft";

  private final String id;
  private final AtomicLong messages = new AtomicLong();

  /** Starts a session with an id of its own. */
  public Session() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    id = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  /** Id of the session, 32 hexadecimal digits. */
  public String id() {
    return id;
  }

  /** Returns the header of a new message, dated now. */
  public Header header(String messageType) {
    String messageId = id + "_" + messages.incrementAndGet();
    return new Header(messageId, id, USERNAME, Timestamp.now(), messageType, PROTOCOL_VERSION);
  }
}
