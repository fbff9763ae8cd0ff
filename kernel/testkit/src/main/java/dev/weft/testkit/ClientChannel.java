package dev.weft.testkit;

/** A socket of the client that carries messages. */
public enum ClientChannel {
  /** Requests that are handled in order. */
  SHELL,
  /** Requests that must not wait for a cell. */
  CONTROL,
  /** Answers to the kernel's questions. */
  STDIN,
  /** What the kernel publishes. */
  IOPUB
}
