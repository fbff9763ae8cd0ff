package dev.weft.front.server;

import dev.weft.front.interpreter.InputAnswer;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.log.Log;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the interpreter, which is not there yet when the first messages come.
 *
 * <p>Safe for use by several threads.
 */
final class InterpreterSlot {

  private static final Log LOG = Log.standardError();

  private @Nullable Interpreter interpreter;
  private @Nullable Throwable failure;
  private boolean closed;

  /** Makes the interpreter; what goes wrong is kept for those who ask for it. */
  void fill(Supplier<Interpreter> factory) {
    try {
      settle(factory.get(), null);
    } catch (Throwable e) {
      LOG.fault("The interpreter could not be started.", e);
      settle(null, e);
    }
  }

  /**
   * Waits until there is an interpreter.
   *
   * @return empty when the cell was interrupted, or the kernel ended, before that
   * @throws StartFailedException when there will be none
   */
  synchronized Optional<Interpreter> await(Ticket ticket) throws InterruptedException {
    while (interpreter == null && failure == null && !closed && !ticket.interrupted()) {
      wait();
    }
    if (failure != null) {
      throw new StartFailedException(failure);
    }
    return Optional.ofNullable(interpreter).filter(_ -> !closed && !ticket.interrupted());
  }

  /** Interrupts a cell whose ticket says so already. */
  void interrupt(Ticket ticket) {
    wakeWaiting();
    ready().ifPresent(ready -> ready.interrupt(ticket.id()));
  }

  /** Interrupts the callbacks that run for a comm. */
  void interruptComm() {
    ready().ifPresent(Interpreter::interruptComm);
  }

  void provideInput(InputAnswer answer) {
    ready().ifPresent(ready -> ready.provideInput(answer));
  }

  List<Long> processIds() {
    return ready().map(Interpreter::processIds).orElse(List.of(ProcessHandle.current().pid()));
  }

  /** Ends the interpreter, at once or as soon as it is there. */
  void close() {
    Optional<Interpreter> ready;
    synchronized (this) {
      closed = true;
      ready = ready();
      notifyAll();
    }
    ready.ifPresent(Interpreter::close);
  }

  private void settle(@Nullable Interpreter made, @Nullable Throwable problem) {
    boolean late;
    synchronized (this) {
      interpreter = made;
      failure = problem;
      late = closed;
      notifyAll();
    }
    if (late && made != null) {
      made.close();
    }
  }

  private synchronized void wakeWaiting() {
    notifyAll();
  }

  private synchronized Optional<Interpreter> ready() {
    return Optional.ofNullable(interpreter);
  }
}
