package dev.weft.front.remote;

import dev.weft.comm.CommMessage;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.StreamName;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests to one worker and its replies; what else it says goes to the sink. */
final class Conversation implements WorkerListener, AutoCloseable {

  private final OutputSink sink;
  private final CellStop stop;
  private final Worker worker;

  private volatile long owner;

  // Guarded by the lock of the stop.
  private boolean ready;
  private Event.@Nullable Reply reply;
  private @Nullable WorkerEnd end;
  private final CommLine comms;

  /** How many replies are still to come that nobody waits for. */
  private int late;

  @SuppressWarnings("this-escape") // the worker's threads touch only fields set before the launch
  Conversation(WorkerLauncher launcher, OutputSink sink, CellStop stop) {
    this.sink = sink;
    this.stop = stop;
    comms = new CommLine(stop, sink);
    worker = launcher.launch(this);
  }

  Worker worker() {
    return worker;
  }

  /** Says to which cell output belongs that names none. */
  void owner(long cell) {
    owner = cell;
  }

  /** Whether the worker has come up, although it may have ended since. */
  boolean isReady() {
    stop.lock().lock();
    try {
      return ready;
    } finally {
      stop.lock().unlock();
    }
  }

  Optional<WorkerEnd> ended() {
    stop.lock().lock();
    try {
      return Optional.ofNullable(end);
    } finally {
      stop.lock().unlock();
    }
  }

  /** Asks and waits for the reply; empty when the worker has ended instead. */
  Optional<Event.Reply> ask(Command.Request request) {
    if (!awaitReady()) {
      return Optional.empty();
    }
    worker.send(request);
    boolean runs = request instanceof Command.Run run && Progress.invokes(run);
    if (runs) {
      stop.runSent(worker);
    }
    Optional<Event.Reply> answer = awaitReply();
    if (runs) {
      stop.runDone();
    }
    return answer;
  }

  /**
   * Asks a worker that is idle, and waits no longer than that for the reply; then stops what the
   * worker does, and waits as long again. A reply that comes even later is for nobody.
   */
  Optional<Event.Reply> ask(Command.Request request, Duration limit) {
    if (!isReady() || isLate()) {
      return Optional.empty();
    }
    worker.send(request);
    Optional<Event.Reply> answer = awaitReply(limit, false);
    if (answer.isEmpty()) {
      worker.send(new Command.Stop(stop.cell()));
      answer = awaitReply(limit, true);
    }
    return answer;
  }

  /** Whether the worker still owes a reply that nobody waits for. */
  boolean isLate() {
    stop.lock().lock();
    try {
      return late > 0 && end == null;
    } finally {
      stop.lock().unlock();
    }
  }

  private Optional<Event.Reply> awaitReply(Duration limit, boolean last) {
    stop.lock().lock();
    try {
      long nanos = limit.toNanos();
      while (reply == null && end == null && nanos > 0) {
        nanos = stop.changed().awaitNanos(nanos);
      }
      Optional<Event.Reply> answer = Optional.ofNullable(reply);
      reply = null;
      late += last && answer.isEmpty() && end == null ? 1 : 0;
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException("The thread that runs cells must not be interrupted", e);
    } finally {
      stop.lock().unlock();
    }
  }

  private void replied(Event.Reply answer) {
    if (late > 0) {
      late--;
    } else {
      reply = answer;
    }
  }

  /** Passes on a message and waits until it is handled; false when the worker has ended instead. */
  boolean comm(Command.Comm message) {
    return comms.pass(message, worker, () -> ready, () -> end != null);
  }

  /** Stops the callbacks that run now. */
  void interruptComm() {
    comms.interrupt(worker);
  }

  /** Waits until the worker has come up, or has ended instead; returns whether it is there. */
  boolean awaitReady() {
    stop.lock().lock();
    try {
      stop.awaitUntil(() -> ready || end != null, worker);
      return end == null;
    } finally {
      stop.lock().unlock();
    }
  }

  private Optional<Event.Reply> awaitReply() {
    stop.lock().lock();
    try {
      stop.awaitUntil(() -> reply != null || end != null, worker);
      Optional<Event.Reply> answer = Optional.ofNullable(reply);
      reply = null;
      return answer;
    } finally {
      stop.lock().unlock();
    }
  }

  @Override
  public void received(Event event) {
    switch (event) {
      case Event.Ready _ -> change(() -> ready = true);
      case Event.Reply answer -> change(() -> replied(answer));
      case Event.Output(long cell, StreamName stream, String text) ->
          sink.stream(cell, name(stream), text);
      case Event.Displayed(var cell, var data, var id, var update) ->
          sink.display(cell, data, id, update);
      case Event.Cleared(long cell, boolean wait) -> sink.clear(cell, wait);
      case Event.InputRequested(long cell, String prompt, boolean password) ->
          sink.requestInput(cell, prompt, password);
      case Event.Comm(long cell, CommMessage message) -> comms.said(cell, message);
      case Event.CommHandled(long number) -> comms.handled(number);
    }
  }

  @Override
  public void nativeOutput(StreamName stream, String text) {
    sink.stream(owner, name(stream), text);
  }

  @Override
  public void ended(WorkerEnd how) {
    change(() -> end = how);
    comms.closeAll(owner);
  }

  private void change(Runnable change) {
    stop.lock().lock();
    try {
      change.run();
      stop.changed().signalAll();
    } finally {
      stop.lock().unlock();
    }
  }

  private static String name(StreamName stream) {
    return switch (stream) {
      case STDOUT -> "stdout";
      case STDERR -> "stderr";
    };
  }

  /** Ends the worker. */
  @Override
  public void close() {
    worker.kill();
  }
}
