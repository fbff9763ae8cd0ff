package dev.weft.front.server;

import java.lang.System.Logger.Level;

/** Messages for whoever reads the kernel's log; looks for a logger only when there is one. */
final class Log {

  private Log() {}

  static void write(Level level, String message) {
    System.getLogger("dev.weft").log(level, message);
  }

  static void write(Level level, String message, Throwable thrown) {
    System.getLogger("dev.weft").log(level, message, thrown);
  }
}
