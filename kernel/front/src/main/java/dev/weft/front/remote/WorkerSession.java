package dev.weft.front.remote;

import dev.weft.comm.CommMessage;
import dev.weft.front.interpreter.InputAnswer;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.link.Command;
import dev.weft.link.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker that is always there: one that ends is replaced, and the new one is told all classes.
 *
 * <p>{@link #begin}, {@link #run} and {@link #end} belong to the thread that runs cells; any thread
 * may call the rest at any time.
 */
public final class WorkerSession implements AutoCloseable {

  /** Asks for nothing but an answer. */
  private static final Command.Request NOTHING = new Command.AddToClassPath(List.of());

  private final OutputSink sink;
  private final Supplier<List<Command.Request>> restore;
  private final Presentation presentation;
  private final CellStop stop;

  private WorkerLauncher launcher;
  private volatile KernelCalls calls = new NoCalls();

  private volatile Conversation conversation;

  /** Whether the worker must be told all classes before anything else. */
  private boolean fresh;

  private Duration timeInCode = Duration.ZERO;

  /** Set before the first cell, if there is a limit. */
  private @Nullable RunTimer timer;

  /**
   * Launches the first worker, and returns without waiting for it.
   *
   * @param gracePeriod how long code may take to stop before its worker is ended
   * @param restore what to tell a worker that replaces another
   * @param presentation what worker and person are told of each other
   */
  public WorkerSession(
      WorkerLauncher launcher,
      OutputSink sink,
      Duration gracePeriod,
      Supplier<List<Command.Request>> restore,
      Presentation presentation) {
    this.launcher = launcher;
    this.sink = sink;
    this.restore = restore;
    this.presentation = presentation;
    stop = new CellStop(gracePeriod);
    conversation = new Conversation(launcher, sink, presentation, stop, () -> calls);
  }

  /** Says who serves code that calls the kernel; before the first cell. */
  public void serveCalls(KernelCalls service) {
    calls = service;
  }

  /** Returns whether code waits in the worker for what is done now. */
  public boolean isAnsweringCall() {
    return conversation.isAnswering();
  }

  /**
   * Says that a cell begins; from now on {@link #interrupt} means this cell.
   *
   * @return how the worker ended, if it has ended since the last cell and was replaced
   */
  public Optional<WorkerEnd> begin(long cell) {
    stop.begin(cell);
    conversation.owner(cell);
    Optional<WorkerEnd> end = endedSince();
    if (end.isPresent()) {
      replace();
    }
    return end;
  }

  /** Asks a worker that was up whether it still is: its end may not have been noticed yet. */
  private Optional<WorkerEnd> endedSince() {
    if (conversation.isReady() && !conversation.isLate()) {
      conversation.ask(NOTHING);
    }
    return conversation.ended();
  }

  /** Says that the cell has ended. */
  public void end() {
    stop.end();
  }

  /** Returns whether the cell is to stop. */
  public boolean isInterrupted() {
    return stop.isRequested();
  }

  /** Carries out a program and waits for its end, or for that of the worker. */
  public ProgramOutcome.Report run(Program program) {
    long start = System.nanoTime();
    Duration before = timeInCode;
    try {
      return restoreAndCarryOut(program);
    } finally {
      timeInCode = before.plusNanos(System.nanoTime() - start);
    }
  }

  /** Returns the time that {@link #run} has taken so far, all calls together. */
  public Duration timeInCode() {
    return timeInCode;
  }

  /** Returns the processor time that the worker has taken so far, all its threads together. */
  public Duration processorTime() {
    Event.Reply reply = conversation.ask(new Command.ReadProcessorTime()).orElse(null);
    return reply instanceof Event.ProcessorTimeRead(long nanos)
        ? Duration.ofNanos(Math.max(0, nanos))
        : Duration.ZERO;
  }

  private ProgramOutcome.Report restoreAndCarryOut(Program program) {
    if (fresh) {
      for (Command.Request request : restore.get()) {
        if (conversation.ask(request).isEmpty()) {
          return died();
        }
      }
      fresh = false;
      return carryOut(program.restored());
    }
    return carryOut(program);
  }

  private ProgramOutcome.Report carryOut(Program whole) {
    Program program = timer == null ? whole : whole.oneByOne();
    Progress progress = new Progress(program);
    for (Command.Request request : program.requests()) {
      Command.Request wanted = progress.wanted(request, stop.isRequested());
      Optional<Event.Reply> reply = ask(wanted);
      if (reply.isEmpty()) {
        return died();
      }
      progress.replied(request, reply.get());
      if (progress.refusal().isPresent()) {
        return refused(progress.refusal().get());
      }
    }
    return progress.report();
  }

  private Optional<Event.Reply> ask(Command.Request request) {
    if (timer == null || !(request instanceof Command.Run run) || !Progress.invokes(run)) {
      return conversation.ask(request);
    }
    Conversation asked = conversation;
    long number = stop.nextRun();
    Future<?> pending = timer.start(() -> stop.expire(asked.worker(), number));
    try {
      return asked.ask(request);
    } finally {
      pending.cancel(false);
    }
  }

  /** Sets how long one statement may take from now on. */
  public void limit(Duration perStatement) {
    timer = new RunTimer(perStatement);
  }

  /** Returns the limit if the code that was stopped last took longer than that. */
  public Optional<Duration> takeTimedOut() {
    return timer != null && stop.takeTimedOut() ? Optional.of(timer.limit()) : Optional.empty();
  }

  private ProgramOutcome.Report died() {
    WorkerEnd end = conversation.ended().orElseThrow();
    if (!conversation.isAnswering()) {
      replace();
    }
    return report(new ProgramOutcome.Died(end, stop.isForced()));
  }

  /** What JShell takes as done was not done: only a worker that starts afresh agrees with it. */
  private ProgramOutcome.Report refused(String refusal) {
    conversation.close();
    if (!conversation.isAnswering()) {
      replace();
    }
    WorkerEnd end = new WorkerEnd("was replaced: " + refusal, List.of());
    return report(new ProgramOutcome.Died(end, false));
  }

  private static ProgramOutcome.Report report(ProgramOutcome outcome) {
    return new ProgramOutcome.Report(outcome, List.of());
  }

  /**
   * Starts another worker, and ends this one when the other is up.
   *
   * @return how the other has ended instead; this one has then stayed
   */
  public Optional<WorkerEnd> restart(WorkerLauncher replacement) {
    Conversation next = new Conversation(replacement, sink, presentation, stop, () -> calls);
    next.owner(stop.cell());
    if (!next.awaitReady()) {
      return next.ended();
    }
    Conversation old = conversation;
    calls.offered(List.of());
    launcher = replacement;
    conversation = next;
    fresh = true;
    old.close();
    return Optional.empty();
  }

  /** Returns a variable's value as text; empty where it has none yet, or there is no worker. */
  public Optional<String> read(String className, String field) {
    if (fresh) {
      return Optional.empty();
    }
    return conversation.ask(new Command.ReadVariable(className, field)).stream()
        .filter(Event.VariableRead.class::isInstance)
        .flatMap(reply -> ((Event.VariableRead) reply).text().stream())
        .findFirst();
  }

  /**
   * Returns a variable's value as text, between cells; empty where it can't be had in that time.
   * What its {@code toString} still does then is stopped.
   */
  public Optional<String> peek(String className, String field, Duration limit) {
    if (fresh) {
      return Optional.empty();
    }
    return conversation
        .ask(new Command.ReadVariable(className, field), limit)
        .filter(Event.VariableRead.class::isInstance)
        .flatMap(reply -> ((Event.VariableRead) reply).text());
  }

  private void replace() {
    fresh = true;
    calls.offered(List.of());
    conversation = new Conversation(launcher, sink, presentation, stop, () -> calls);
    conversation.owner(stop.cell());
  }

  /**
   * Stops a cell that runs or is about to begin, and ends the worker if that is asked for twice or
   * takes too long.
   */
  public void interrupt(long cell) {
    stop.request(conversation.worker(), cell);
  }

  /** Answers a request for input. */
  public void provideInput(InputAnswer answer) {
    conversation.worker().send(reply(answer));
  }

  private static Command.InputReply reply(InputAnswer answer) {
    return switch (answer) {
      case InputAnswer.Line(String text) ->
          new Command.InputReply(Optional.of(text), Optional.empty());
      case InputAnswer.End() -> new Command.InputReply(Optional.empty(), Optional.empty());
      case InputAnswer.Refused(String reason) ->
          new Command.InputReply(Optional.empty(), Optional.of(reason));
    };
  }

  /** Passes on what a client says on a comm; called by one thread, whatever the cells do. */
  public boolean comm(long number, CommMessage message) {
    return conversation.comm(new Command.Comm(number, message));
  }

  /** Stops the callbacks of the message that is passed on now. */
  public void interruptComm() {
    conversation.interruptComm();
  }

  /** Returns the worker's process id. */
  public long processId() {
    return conversation.worker().processId();
  }

  /** Ends the worker, whatever it does. */
  @Override
  public void close() {
    if (timer != null) {
      timer.close();
    }
    conversation.close();
  }
}
