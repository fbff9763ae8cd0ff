package dev.weft.front.protocol;

/** The channels that carry messages; the heartbeat only echoes bytes. */
public enum Channel {
  /** Requests from clients, handled in order. */
  SHELL,
  /** Requests that must not wait for a cell. */
  CONTROL,
  /** Published to every client. */
  IOPUB,
  /** Questions to the person. */
  STDIN
}
