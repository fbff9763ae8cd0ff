package dev.weft.front.log;

import java.io.PrintStream;

/**
 * Takes one-line notices for the person who runs the kernel.
 *
 * <p>A notice names what happened and to what; it never holds the connection's key. Safe for use by
 * several threads.
 */
@FunctionalInterface
public interface Log {

  /** Takes a notice of something that went wrong and was survived. */
  void warn(String notice);

  /** Takes a notice of a fault of the kernel's own, with what threw it and where. */
  default void fault(String notice, Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    String where = frames.length == 0 ? "" : " at " + frames[0];
    warn(notice + " " + thrown + where);
  }

  /** Returns a log that writes each notice as one line to the standard error stream. */
  static Log standardError() {
    return to(System.err);
  }

  /** Returns a log that writes each notice as one line to a stream. */
  static Log to(PrintStream stream) {
    return notice -> stream.println("[weft] " + oneLine(notice));
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString();
  }
}
