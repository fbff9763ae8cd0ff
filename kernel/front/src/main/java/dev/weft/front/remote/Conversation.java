package dev.weft.front.remote;

import dev.weft.comm.CommMessage;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.KernelAnswer;
import dev.weft.link.StreamName;
import dev.weft.link.Thrown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests to one worker and its replies; what else it says goes to the sink. */
final class Conversation implements WorkerListener, AutoCloseable {

  /** Stands for the request that is not part of the answer to a call. */
  private static final long NO_CALL = 0;

  private final OutputSink sink;
  private final Presentation presentation;
  private final CellStop stop;
  private final Supplier<KernelCalls> kernel;
  private final Worker worker;

  private volatile long owner;

  /** The call that is being answered; belongs to the thread that asks. */
  private long call = NO_CALL;

  // Guarded by the lock of the stop.
  private boolean ready;
  private final CallDesk desk = new CallDesk();
  private @Nullable WorkerEnd end;
  private final CommLine comms;

  /** How many replies are still to come that nobody waits for. */
  private int late;

  @SuppressWarnings("this-escape") // the worker's threads touch only fields set before the launch
  Conversation(
      WorkerLauncher launcher,
      OutputSink sink,
      Presentation presentation,
      CellStop stop,
      Supplier<KernelCalls> kernel) {
    this.sink = sink;
    this.presentation = presentation;
    this.stop = stop;
    this.kernel = kernel;
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

  /** Whether a call is being answered, so that code waits in the worker. */
  boolean isAnswering() {
    return call != NO_CALL;
  }

  /**
   * Asks and waits for the reply; empty when the worker has ended instead. While a call is being
   * answered, the thread that called carries the request out.
   */
  Optional<Event.Reply> ask(Command.Request request) {
    if (!awaitReady()) {
      return Optional.empty();
    }
    if (isAnswering()) {
      worker.send(new Command.CallBack(call, presentation.toWorker(request)));
      return awaitReply(call);
    }
    boolean runs = request instanceof Command.Run run && Progress.invokes(run);
    return runs ? run(request) : askAtOnce(request);
  }

  private Optional<Event.Reply> askAtOnce(Command.Request request) {
    worker.send(presentation.toWorker(request));
    return awaitReply(NO_CALL);
  }

  private Optional<Event.Reply> run(Command.Request request) {
    change(desk::open);
    worker.send(presentation.toWorker(request));
    stop.runSent(worker);
    Optional<Event.Reply> answer = awaitReply(NO_CALL);
    stop.runDone();
    List<Event.KernelCalled> late = new ArrayList<>();
    change(() -> late.addAll(desk.close()));
    late.forEach(this::refuse);
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
    worker.send(presentation.toWorker(request));
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
      while (!desk.hasReply(NO_CALL) && end == null && nanos > 0) {
        nanos = stop.changed().awaitNanos(nanos);
      }
      Optional<Event.Reply> answer = Optional.ofNullable(desk.takeReply(NO_CALL));
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
      desk.put(NO_CALL, answer);
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

  /** Waits for the reply to what was asked for a call, and answers others meanwhile. */
  private Optional<Event.Reply> awaitReply(long to) {
    while (true) {
      Event.KernelCalled called;
      stop.lock().lock();
      try {
        stop.awaitUntil(() -> desk.hasReply(to) || end != null || desk.hasCall(), worker);
        called = end != null || desk.hasReply(to) ? null : desk.nextCall();
        if (called == null) {
          return Optional.ofNullable(desk.takeReply(to));
        }
      } finally {
        stop.lock().unlock();
      }
      answer(called);
    }
  }

  private void answer(Event.KernelCalled called) {
    long outer = call;
    call = called.call();
    KernelAnswer answer = attempt(called);
    call = outer;
    worker.send(new Command.AnswerCall(called.call(), answer));
  }

  /** What goes wrong here is the caller's to know, who waits. */
  private KernelAnswer attempt(Event.KernelCalled called) {
    try {
      return kernel.get().answer(called);
    } catch (RuntimeException e) {
      return new KernelAnswer.Failed("KernelFault", "The kernel has failed: " + e);
    }
  }

  private void refuse(Event.KernelCalled called) {
    KernelAnswer refusal =
        new KernelAnswer.Failed(
            "NoCell",
            "The kernel can be called only while a cell runs, and none does; wait in the cell for"
                + " the threads that it has started.");
    worker.send(new Command.AnswerCall(called.call(), refusal));
  }

  private void take(Event.KernelCalled called) {
    boolean taken;
    stop.lock().lock();
    try {
      taken = desk.take(called);
      stop.changed().signalAll();
    } finally {
      stop.lock().unlock();
    }
    if (!taken) {
      refuse(called);
    }
  }

  @Override
  public void received(Event event) {
    switch (event) {
      case Event.Ready _ -> change(() -> ready = true);
      case Event.Reply answer -> change(() -> replied(answer));
      case Event.CalledBack(long of, Event.Reply answer) -> change(() -> desk.put(of, answer));
      case Event.KernelCalled called -> take(called);
      case Event.MagicsOffered(var magics) -> kernel.get().offered(magics);
      case Event.Output(long cell, StreamName stream, String text) ->
          sink.stream(cell, name(stream), text);
      case Event.Uncaught(long cell, String thread, Thrown thrown) ->
          sink.stream(cell, name(StreamName.STDERR), presentation.uncaught(thread, thrown));
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
