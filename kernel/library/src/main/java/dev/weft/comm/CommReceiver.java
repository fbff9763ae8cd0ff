package dev.weft.comm;

/**
 * The side of the comms that faces a kernel.
 *
 * <pre>{@code
 * receiver.received(CommMessage.close(id));
 * receiver.flush();
 * }</pre>
 */
public interface CommReceiver {

  /**
   * Takes what a client says, and runs the callbacks for it before it returns.
   *
   * <p>Messages for one comm must come from one thread at a time, in their order.
   */
  void received(CommMessage message);

  /** Does at once what was put off by {@link Comms#soon}. */
  void flush();
}
