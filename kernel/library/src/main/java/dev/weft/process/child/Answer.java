package dev.weft.process.child;

import dev.weft.process.ship.Contents;
import dev.weft.process.ship.Unpacker;
import dev.weft.process.ship.UntransferableException;
import dev.weft.process.ship.Variables;
import org.jspecify.annotations.Nullable;

/** What has come of a task, not yet unpacked. */
public final class Answer {

  private final Unpacker unpacker;
  private final Contents contents;
  private final @Nullable String trace;

  Answer(Unpacker unpacker, Contents contents, @Nullable String trace) {
    this.unpacker = unpacker;
    this.contents = contents;
    this.trace = trace;
  }

  /** What has come of a task. */
  public sealed interface Outcome {

    /** It has returned a value. */
    record Returned(@Nullable Object value) implements Outcome {}

    /** It has thrown an exception, which is here. */
    record Threw(Throwable thrown) implements Outcome {}

    /** It has thrown an exception that can't be rebuilt here. */
    record ThrewOther(ThrownText thrown) implements Outcome {}

    /** It has returned a value that can't be rebuilt here. */
    record Unreadable(String problem) implements Outcome {}
  }

  /** Returns how many bytes have come. */
  public long size() {
    return contents.size();
  }

  /** Unpacks what has come; may be called by any thread, and loads classes. */
  public Outcome outcome() {
    try {
      Object value = unpacker.unpack(contents, Variables.KEEP).value();
      if (trace == null) {
        return new Outcome.Returned(value);
      }
      if (value instanceof Throwable thrown) {
        return new Outcome.Threw(thrown);
      }
      ThrownText text = value instanceof ThrownText told ? told : ThrownText.of(trace.strip());
      return new Outcome.ThrewOther(text);
    } catch (UntransferableException e) {
      return trace == null
          ? new Outcome.Unreadable(String.valueOf(e.getMessage()))
          : new Outcome.ThrewOther(ThrownText.of(trace.strip()));
    }
  }
}
