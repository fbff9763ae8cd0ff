package dev.weft.front.transport;

import java.time.Duration;

/**
 * How much may wait, and how long.
 *
 * @param waitingBytes output that may wait for clients before its senders block
 * @param queuedMessages output that ZeroMQ takes for each client, in messages
 * @param stall how long clients may take no output before the next message passes them over
 * @param farewell how long {@code close} waits for what is to be sent
 */
record Limits(long waitingBytes, int queuedMessages, Duration stall, Duration farewell) {
  static final Limits DEFAULT =
      new Limits(4 << 20, 64, Duration.ofSeconds(10), Duration.ofSeconds(1));
}
