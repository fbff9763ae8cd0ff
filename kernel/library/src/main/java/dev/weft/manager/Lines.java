package dev.weft.manager;

import dev.weft.process.NotTransferableException;
import dev.weft.process.child.Children;
import dev.weft.process.child.Values;
import dev.weft.process.ship.Flat;
import dev.weft.process.ship.UntransferableException;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** A client's connections to one manager: one for each call that is under way. */
final class Lines implements Route {

  private final Address address;
  private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

  private Lines(Address address) {
    this.address = address;
  }

  /** Returns this process's way to a manager of another one. */
  static synchronized Lines to(Address address) {
    for (Lines each : Children.here().registered(Lines.class)) {
      if (each.address.equals(address)) {
        return each;
      }
    }
    Lines lines = new Lines(address);
    Children.here().register(lines);
    return lines;
  }

  @Override
  public @Nullable Object call(long object, Operation operation, @Nullable Object[] arguments)
      throws Throwable {
    Values values = Values.here();
    Flat run = pack(values, operation, arguments);
    Span waiting = Trace.begin(Activity.CALL, operation.name());
    Frame reply;
    try {
      reply = ask(object, operation.number(), operation.interruptible(), run);
    } finally {
      waiting.end();
    }
    return Outcome.of(values, reply);
  }

  private static Flat pack(Values values, Operation operation, @Nullable Object[] arguments) {
    try {
      return values.pack(arguments);
    } catch (UntransferableException e) {
      String what = "An argument of " + operation.name() + " can't be sent: ";
      throw new NotTransferableException(what + e.getMessage(), e);
    }
  }

  @Override
  public String text(long object) {
    try {
      Frame reply = ask(object, Frame.TO_STRING, false, new Flat(Frame.NOTHING, 0));
      return String.valueOf(Outcome.of(Values.here(), reply));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private Frame ask(long object, int method, boolean interruptible, Flat run)
      throws InterruptedException {
    if (interruptible && Thread.interrupted()) {
      throw new InterruptedException();
    }
    Line line = take();
    try {
      Frame reply = new Call(line, interruptible).make(object, method, run);
      idle.push(line);
      return reply;
    } catch (IOException e) {
      throw gone(line, "it was closed, its process has ended, or it does not know this handle");
    }
  }

  private Line take() {
    Line line = idle.poll();
    return line == null ? connect() : line;
  }

  private Line connect() {
    boolean interrupted = Thread.interrupted();
    try {
      SocketChannel channel = Door.knock(address);
      Line line = new Line(channel);
      byte[] token = address.token().getBytes(StandardCharsets.US_ASCII);
      line.send(Frame.HELLO, 0, 0, new Flat(token, token.length));
      return line;
    } catch (IOException e) {
      throw gone(null, "it can't be reached (" + e.getMessage() + ")");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Gives up all connections. */
  private ManagerGoneException gone(@Nullable Line broken, String how) {
    Children.here().unregister(this);
    close(broken);
    for (Line each = idle.poll(); each != null; each = idle.poll()) {
      close(each);
    }
    return new ManagerGoneException(address, how);
  }

  private static void close(@Nullable Line line) {
    try {
      if (line != null) {
        line.close();
      }
    } catch (IOException e) {
      // it is of no use any more
    }
  }

  /** One call, whose caller may be interrupted. */
  private static final class Call implements Line.Interruption {
    private final Line line;
    private final boolean interruptible;
    private boolean interrupted;

    Call(Line line, boolean interruptible) {
      this.line = line;
      this.interruptible = interruptible;
    }

    /** Returns the answer; an interrupt of a call that goes on stays pending. */
    Frame make(long object, int method, Flat run) throws IOException {
      boolean before = Thread.interrupted();
      Frame reply = null;
      try {
        line.send(Frame.CALL, object, method, run);
        reply = line.receive(Integer.MAX_VALUE, this);
        return reply;
      } finally {
        boolean ended = interruptible && reply != null && reply.type() == Frame.THROWN;
        if (before || (interrupted && !ended)) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void happened() throws IOException {
      if (interruptible && !interrupted) {
        line.send(Frame.CANCEL, 0, 0, new Flat(Frame.NOTHING, 0));
      }
      interrupted = true;
    }
  }
}
