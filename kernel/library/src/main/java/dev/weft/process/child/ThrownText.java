package dev.weft.process.child;

import java.io.Serializable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What can be told of an exception that can't travel. */
public final class ThrownText implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int MAX_DEPTH = 20;

  private final String text;
  private final StackTraceElement[] trace;
  private final @Nullable ThrownText cause;

  private ThrownText(String text, StackTraceElement[] trace, @Nullable ThrownText cause) {
    this.text = text;
    this.trace = trace;
    this.cause = cause;
  }

  /** Makes one of an exception and its causes. */
  public static ThrownText of(Throwable thrown) {
    return of(thrown, 0);
  }

  /** Makes one of a text alone. */
  static ThrownText of(String text) {
    return new ThrownText(text, new StackTraceElement[0], null);
  }

  private static ThrownText of(Throwable thrown, int depth) {
    String text = null;
    Throwable cause = null;
    try {
      text = thrown.toString();
      cause = thrown.getCause();
    } catch (RuntimeException | StackOverflowError e) {
      text = thrown.getClass().getName();
    }
    return new ThrownText(
        text,
        thrown.getStackTrace(),
        cause == null || depth >= MAX_DEPTH ? null : of(cause, depth + 1));
  }

  /**
   * Makes an exception that tells the same, with its causes.
   *
   * @param maker makes one of the class and the message, and of where it was thrown
   */
  public <E extends Throwable> E rebuild(BiFunction<String, StackTraceElement[], E> maker) {
    E exception = maker.apply(text, trace.clone());
    if (cause != null) {
      exception.initCause(cause.rebuild(maker));
    }
    return exception;
  }
}
