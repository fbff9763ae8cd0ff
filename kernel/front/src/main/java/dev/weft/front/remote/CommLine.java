package dev.weft.front.remote;

import dev.weft.comm.CommMessage;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.link.Command;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The comms of one worker: what clients say passes one by one, and all end with the worker. */
final class CommLine {

  private final CellStop stop;
  private final OutputSink sink;

  // Guarded by the lock of the stop.
  private final Set<String> open = new LinkedHashSet<>();
  private long passing;
  private boolean interrupted;

  CommLine(CellStop stop, OutputSink sink) {
    this.stop = stop;
    this.sink = sink;
  }

  /**
   * Passes a message on once the worker is ready, and waits until it is handled.
   *
   * @return false if the worker has ended before that
   */
  boolean pass(Command.Comm message, Worker worker, BooleanSupplier ready, BooleanSupplier ended) {
    stop.lock().lock();
    try {
      await(() -> ready.getAsBoolean() || ended.getAsBoolean());
      if (ended.getAsBoolean()) {
        return false;
      }
      passing = message.number();
      interrupted = false;
      note(message.message());
    } finally {
      stop.lock().unlock();
    }
    worker.send(message);
    stop.lock().lock();
    try {
      await(() -> passing == 0 || ended.getAsBoolean());
      return passing == 0;
    } finally {
      passing = 0;
      stop.lock().unlock();
    }
  }

  private void await(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        stop.changed().await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("The thread that passes comms must not be interrupted", e);
    }
  }

  void handled(long number) {
    stop.lock().lock();
    try {
      if (passing == number) {
        passing = 0;
        stop.changed().signalAll();
      }
    } finally {
      stop.lock().unlock();
    }
  }

  /** Stops the callbacks of the message that passes now; ends the worker the second time. */
  void interrupt(Worker worker) {
    long number;
    boolean again;
    stop.lock().lock();
    try {
      number = passing;
      again = interrupted;
      interrupted = true;
    } finally {
      stop.lock().unlock();
    }
    if (number != 0 && again) {
      worker.kill();
    } else if (number != 0) {
      worker.send(new Command.Stop(number));
    }
  }

  /** Takes what code has said. */
  void said(long cell, CommMessage message) {
    stop.lock().lock();
    try {
      note(message);
    } finally {
      stop.lock().unlock();
    }
    sink.comm(cell, message);
  }

  private void note(CommMessage message) {
    switch (message.kind()) {
      case OPEN -> open.add(message.commId());
      case CLOSE -> open.remove(message.commId());
      case MESSAGE -> {}
    }
  }

  /** Tells the clients that all comms have ended. */
  void closeAll(long cell) {
    List<String> closed;
    stop.lock().lock();
    try {
      closed = List.copyOf(open);
      open.clear();
    } finally {
      stop.lock().unlock();
    }
    closed.forEach(id -> sink.comm(cell, CommMessage.close(id)));
  }
}
