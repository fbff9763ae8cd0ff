package dev.weft.front.server;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.CellResult.Failed;
import dev.weft.front.interpreter.CellResult.Interrupted;
import dev.weft.front.interpreter.CellResult.Ok;
import dev.weft.front.interpreter.CellResult.WorkerDied;
import dev.weft.front.interpreter.Completeness;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Completion.Candidate;
import dev.weft.front.interpreter.InputAnswer;
import dev.weft.front.interpreter.Inspection;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * An interpreter of one-line commands, with a thread of its own for output as the real one has.
 *
 * <p>{@code print X}, {@code value X}, {@code fail X}, {@code die}, {@code bug}, {@code block},
 * {@code ask PROMPT}, {@code clear}, {@code show ID}, {@code update ID}; anything else does
 * nothing.
 */
final class EchoInterpreter implements Interpreter {

  final List<Cell> executed = new CopyOnWriteArrayList<>();
  final List<String> callers = new CopyOnWriteArrayList<>();
  final List<CommMessage> comms = new CopyOnWriteArrayList<>();
  final OutputSink sink;

  private final ExecutorService link =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("worker-link").daemon().factory());
  private volatile Runnable entering = () -> {};
  private volatile DisplayData shown = DisplayData.text("shown");
  private long interruptedCell;
  private Optional<InputAnswer> line = Optional.empty();
  private boolean commInterrupted;
  private boolean closed;

  EchoInterpreter(OutputSink sink) {
    this.sink = sink;
  }

  /** Runs when execute was called and nothing has been looked at yet. */
  void whenEntering(Runnable action) {
    entering = action;
  }

  /** What {@code show} shows. */
  void showing(DisplayData data) {
    shown = data;
  }

  @Override
  public CellResult execute(Cell cell) {
    entering.run();
    callers.add(Thread.currentThread().getName());
    executed.add(cell);
    return run(cell, cell.code());
  }

  @Override
  public CellResult evaluate(Cell cell, String expression) {
    return run(cell, expression);
  }

  private CellResult run(Cell cell, String code) {
    String argument = code.contains(" ") ? code.substring(code.indexOf(' ') + 1) : "";
    return switch (code.replaceFirst(" .*", "")) {
      case "print" -> output(() -> sink.stream(cell.id(), "stdout", argument));
      case "clear" -> output(() -> sink.clear(cell.id(), true));
      case "show" -> output(() -> sink.display(cell.id(), shown, Optional.of(argument), false));
      case "update" -> output(() -> sink.display(cell.id(), shown, Optional.of(argument), true));
      case "value" -> new Ok(Optional.of(DisplayData.text(argument)));
      case "fail" -> new Failed("Failure", argument, List.of("at " + argument));
      case "die" -> new WorkerDied("WorkerDied", "exit 137", List.of("nothing was kept"));
      case "bug" -> throw new IllegalStateException("a bug");
      case "block" -> blocked(cell);
      case "ask" -> asked(cell, argument);
      default -> new Ok(Optional.empty());
    };
  }

  private CellResult output(Runnable action) {
    try {
      link.submit(action).get();
      return new Ok(Optional.empty());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized CellResult blocked(Cell cell) {
    waitUntil(() -> interruptedCell == cell.id() || closed);
    return closed ? new WorkerDied("Closed", "closed", List.of()) : interrupted();
  }

  private CellResult asked(Cell cell, String prompt) {
    synchronized (this) {
      line = Optional.empty();
    }
    output(() -> sink.requestInput(cell.id(), prompt, prompt.equals("password")));
    Optional<InputAnswer> answer = awaitLine(cell);
    return answer.isEmpty()
        ? interrupted()
        : new Ok(Optional.of(DisplayData.text(text(answer.get()))));
  }

  private static String text(InputAnswer answer) {
    return switch (answer) {
      case InputAnswer.Line(String text) -> text;
      case InputAnswer.End() -> "end of input";
      case InputAnswer.Refused(String reason) -> reason;
    };
  }

  private synchronized Optional<InputAnswer> awaitLine(Cell cell) {
    waitUntil(() -> line.isPresent() || interruptedCell == cell.id());
    return line;
  }

  private static CellResult interrupted() {
    return new Interrupted("Interrupted", "stopped", List.of("stopped"));
  }

  private synchronized void waitUntil(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Completion complete(String code, int cursor) {
    List<Candidate> candidates =
        List.of(
            new Candidate(code.substring(0, cursor) + "X", "method", "X()"),
            new Candidate("Y", "class", ""));
    return new Completion(code.lastIndexOf(' ', Math.max(0, cursor - 1)) + 1, cursor, candidates);
  }

  @Override
  public Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Inspection(DisplayData.text(code.substring(cursor) + (detailed ? " more" : ""))));
  }

  @Override
  public Completeness isComplete(String code) {
    return switch (code) {
      case "{" -> new Completeness.Incomplete("  ");
      case "}" -> new Completeness.Invalid();
      default -> new Completeness.Complete();
    };
  }

  @Override
  public synchronized void interrupt(long cell) {
    callers.add(Thread.currentThread().getName());
    interruptedCell = cell;
    notifyAll();
  }

  @Override
  public synchronized void provideInput(InputAnswer given) {
    line = Optional.of(given);
    notifyAll();
  }

  @Override
  public boolean comm(long number, CommMessage message) {
    callers.add(Thread.currentThread().getName());
    comms.add(message);
    boolean isKnown =
        comms.stream()
            .anyMatch(
                each -> each.commId().equals(message.commId()) && each.target().equals("echo"));
    switch (message.kind()) {
      case OPEN -> sink.comm(number, isKnown ? message : CommMessage.close(message.commId()));
      case MESSAGE -> {
        if (isKnown) {
          said(number, message);
        }
      }
      case CLOSE -> {}
    }
    return true;
  }

  private void said(long number, CommMessage message) {
    if (message.data().contains("block")) {
      synchronized (this) {
        waitUntil(() -> commInterrupted || closed);
        commInterrupted = false;
      }
    }
    sink.comm(number, message);
  }

  @Override
  public synchronized void interruptComm() {
    commInterrupted = true;
    notifyAll();
  }

  @Override
  public List<Long> processIds() {
    return List.of(ProcessHandle.current().pid());
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    link.shutdown();
  }

  void awaitClose() {
    waitUntil(() -> closed);
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
