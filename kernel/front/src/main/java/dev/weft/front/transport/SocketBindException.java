package dev.weft.front.transport;

/** Says in one line which channel could not listen at which address, and why. */
public final class SocketBindException extends Exception {
  private static final long serialVersionUID = 1;

  SocketBindException(String channel, String address, String reason) {
    super("Cannot bind the " + channel + " channel to " + address + ": " + reason + ".");
  }
}
