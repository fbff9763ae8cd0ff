package dev.weft.process.child;

import java.lang.reflect.Method;

/** What a child does on signals. */
final class ChildSignals {

  private static final int HANGUP = 1;
  static final int KILL = 9;
  static final int TERMINATE = 15;

  private ChildSignals() {}

  /**
   * Ignores SIGINT: an interrupt of the terminal's group is the parent's affair.
   *
   * <p>{@code sun.misc.Signal} is called by name, as javac does not accept it without a warning; in
   * a JVM without it, or a system without such a signal, nothing is changed.
   */
  static void ignoreInterrupts() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
    } catch (ReflectiveOperationException e) {
      // as the JVM has it
    }
  }

  /** Returns the signal by which this JVM is ending, or 0 if none is. */
  static int ending() {
    for (Thread each : AllThreads.live()) {
      int signal = handledBy(each.getName());
      if (signal != 0) {
        return signal;
      }
    }
    return 0;
  }

  /** The JVM ends itself on a thread named after the signal. */
  private static int handledBy(String thread) {
    return switch (thread) {
      case "SIGTERM handler" -> TERMINATE;
      case "SIGHUP handler" -> HANGUP;
      default -> 0;
    };
  }
}
