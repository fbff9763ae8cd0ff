package dev.weft.process.child;

import dev.weft.process.ship.Packer;
import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.UntransferableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Sends to the parent what has come of a task. */
final class Replies {

  private final Wire wire;

  Replies(Wire wire) {
    this.wire = wire;
  }

  /** Sends a result, or that it can't travel; returns what was thrown in its place. */
  @Nullable Throwable sendResult(long task, @Nullable Object value, Packer packer) {
    try {
      send(Frame.of(Frame.RESULT, task), packer.pack(value));
      return null;
    } catch (UntransferableException e) {
      return sendThrown(task, new UntransferableException("The result: " + e.getMessage()), packer);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return sendThrown(task, e, packer);
    }
  }

  /** Sends what a task has thrown, as an object where it can travel and as text in any case. */
  Throwable sendThrown(long task, Throwable thrown, Packer packer) {
    UserFrames.keep(thrown);
    Frame frame = Frame.of(Frame.THROWN, task, trace(thrown));
    try {
      send(frame, packer.pack(thrown));
    } catch (UntransferableException | StackOverflowError e) {
      try {
        send(frame, packer.pack(ThrownText.of(thrown)));
      } catch (UntransferableException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return thrown;
  }

  private void send(Frame frame, Parcel parcel) {
    try {
      wire.send(frame, parcel);
    } catch (IOException e) {
      Runtime.getRuntime().halt(ChildSession.PARENT_LOST);
    }
  }

  /** Returns the text that {@code printStackTrace} prints, whatever the exception's methods do. */
  static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text));
    } catch (RuntimeException | StackOverflowError e) {
      return thrown.getClass().getName() + " (whose stack trace can't be printed)\n";
    }
    return text.toString();
  }
}
