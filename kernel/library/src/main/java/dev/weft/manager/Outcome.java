package dev.weft.manager;

import dev.weft.process.NotTransferableException;
import dev.weft.process.RemoteException;
import dev.weft.process.child.ThrownText;
import dev.weft.process.child.Values;
import dev.weft.process.ship.Flat;
import dev.weft.process.ship.UntransferableException;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a call, as it travels.
 *
 * @param type {@link Frame#RESULT} or {@link Frame#THROWN}
 * @param run what was returned or thrown
 */
record Outcome(byte type, Flat run) {

  static Outcome returned(Values values, @Nullable Object value) {
    try {
      return new Outcome(Frame.RESULT, values.pack(value));
    } catch (UntransferableException e) {
      return thrown(values, e);
    }
  }

  /** Tells of an exception as an object if it can travel, otherwise as a text. */
  static Outcome thrown(Values values, Throwable thrown) {
    try {
      return new Outcome(Frame.THROWN, values.pack(thrown));
    } catch (UntransferableException e) {
      return thrownText(values, thrown);
    }
  }

  private static Outcome thrownText(Values values, Throwable thrown) {
    try {
      return new Outcome(Frame.THROWN, values.pack(ThrownText.of(thrown)));
    } catch (UntransferableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what was returned, or throws what was thrown, with the caller's stack below. */
  static @Nullable Object of(Values values, Frame reply) throws Throwable {
    Object value = null;
    try {
      value = values.unpack(reply.run());
    } catch (UntransferableException e) {
      throw new NotTransferableException("What the manager has answered: " + e.getMessage(), e);
    }
    if (reply.type() == Frame.RESULT) {
      return value;
    }
    throw thrown(value);
  }

  private static Throwable thrown(@Nullable Object value) {
    return switch (value) {
      case UntransferableException problem ->
          new NotTransferableException("The result: " + problem.getMessage(), problem);
      case Throwable thrown -> {
        thrown.setStackTrace(joined(thrown.getStackTrace(), new Throwable().getStackTrace()));
        yield thrown;
      }
      case ThrownText text ->
          new IllegalStateException(
              "The manager's object has thrown an exception that can't travel",
              text.rebuild(RemoteException::new));
      case null, default -> new IllegalStateException("The manager has answered " + value);
    };
  }

  /** The manager's part of a stack, without what serves it, and the caller's. */
  private static StackTraceElement[] joined(StackTraceElement[] there, StackTraceElement[] here) {
    int found = find(there, Operation.class);
    int end = found < 0 ? there.length : found;
    int begin = find(here, Remote.class) + 1;
    StackTraceElement[] all = new StackTraceElement[end + here.length - begin];
    System.arraycopy(there, 0, all, 0, end);
    System.arraycopy(here, begin, all, end, here.length - begin);
    return all;
  }

  private static int find(StackTraceElement[] trace, Class<?> type) {
    for (int i = 0; i < trace.length; i++) {
      if (trace[i].getClassName().equals(type.getName())) {
        return i;
      }
    }
    return -1;
  }
}
