package dev.weft.manager;

import dev.weft.process.child.Values;
import dev.weft.process.ship.UntransferableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection, at the manager.
 *
 * <p>Its thread reads what the client says and does it, except that a thread of its own does what
 * may wait for long: so the client's interrupt and its end are noticed.
 */
final class Serving implements Runnable, AutoCloseable {

  private final Server server;
  private final Line line;

  private final ReentrantLock lock = new ReentrantLock();

  /** What does a call that may wait, until it is done; guarded by the lock. */
  private @Nullable Thread helper;

  Serving(Server server, Line line) {
    this.server = server;
    this.line = line;
  }

  @Override
  public void run() {
    try (line) {
      if (isAdmitted()) {
        serve();
      }
    } catch (IOException | RuntimeException e) {
      // the client has gone, or what it says is nonsense
    } finally {
      cancel();
      server.left(this);
    }
  }

  private boolean isAdmitted() throws IOException {
    byte[] token = server.address().token().getBytes(StandardCharsets.US_ASCII);
    Frame hello = line.receive(token.length, Line.Interruption.NONE);
    return hello.type() == Frame.HELLO && MessageDigest.isEqual(token, hello.run());
  }

  private void serve() throws IOException {
    while (!server.isClosed()) {
      Frame frame = line.receive(Integer.MAX_VALUE, Line.Interruption.NONE);
      if (frame.type() == Frame.CANCEL) {
        cancel();
      } else {
        begin(frame);
      }
    }
  }

  private void cancel() {
    lock.lock();
    try {
      if (helper != null) {
        helper.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin(Frame call) throws IOException {
    if (call.method() == Frame.TO_STRING) {
      answer(call, null);
      return;
    }
    Operation operation = server.served(call.object()).table().get(call.method());
    if (operation.interruptible()) {
      help(call, operation);
    } else {
      answer(call, operation);
    }
  }

  private void help(Frame call, Operation operation) {
    lock.lock();
    try {
      helper = Thread.ofVirtual().name("manager-call").start(() -> answerAlone(call, operation));
    } finally {
      lock.unlock();
    }
  }

  private void answerAlone(Frame call, Operation operation) {
    try {
      answer(call, operation);
    } catch (IOException e) {
      close();
    }
  }

  private void answer(Frame call, @Nullable Operation operation) throws IOException {
    Values values = Values.here();
    Served served = server.served(call.object());
    Object result = null;
    Outcome outcome;
    try {
      result =
          operation == null ? served.target().toString() : run(values, call, served, operation);
      outcome = Outcome.returned(values, result);
    } catch (Throwable e) { // also errors, as the client is to know
      outcome = Outcome.thrown(values, e);
    }
    free();
    try {
      line.send(outcome.type(), 0, 0, outcome.run());
    } catch (IOException e) {
      if (operation != null) {
        served.giveBack(operation, result);
      }
      throw e;
    }
  }

  private @Nullable Object run(Values values, Frame call, Served served, Operation operation)
      throws Throwable {
    @Nullable Object[] arguments = arguments(values, call);
    return server.run(call.object(), served, operation, arguments);
  }

  private static @Nullable Object[] arguments(Values values, Frame call)
      throws UntransferableException {
    if (values.unpack(call.run()) instanceof @Nullable Object[] arguments) {
      return arguments;
    }
    throw new UntransferableException("The arguments have not arrived");
  }

  /** The call is done; what interrupted it reaches neither the connection nor the next call. */
  private void free() {
    lock.lock();
    try {
      helper = null;
      Thread.interrupted();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    try {
      line.close();
    } catch (IOException e) {
      // it is closed in whatever way
    }
    cancel();
  }
}
