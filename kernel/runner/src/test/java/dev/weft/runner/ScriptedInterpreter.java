package dev.weft.runner;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.Completeness;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.InputAnswer;
import dev.weft.front.interpreter.Inspection;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs cells whose source names a scripted action; other cells have their own source as value. */
final class ScriptedInterpreter implements Function<OutputSink, Interpreter> {
  private final Map<String, BiFunction<Cell, OutputSink, CellResult>> actions = new HashMap<>();
  final List<String> executed = new ArrayList<>();
  int started;
  int closed;

  ScriptedInterpreter on(String source, BiFunction<Cell, OutputSink, CellResult> action) {
    actions.put(source, action);
    return this;
  }

  static CellResult nothing() {
    return new CellResult.Ok(Optional.empty());
  }

  static CellResult failure() {
    return new CellResult.Failed(
        "ArithmeticException", "/ by zero", List.of("\u001b[31mline 1\u001b[0m"));
  }

  @Override
  public Interpreter apply(OutputSink sink) {
    started++;
    return new Session(sink);
  }

  private final class Session implements Interpreter {
    private final OutputSink sink;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    Session(OutputSink sink) {
      this.sink = sink;
    }

    @Override
    public CellResult execute(Cell cell) {
      executed.add(cell.code());
      if (cell.code().startsWith("hang")) {
        return hang(cell);
      }
      return actions.getOrDefault(cell.code(), (c, _) -> value(c)).apply(cell, sink);
    }

    private CellResult hang(Cell cell) {
      try {
        interrupted.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return cell.code().equals("hang, then end")
          ? nothing()
          : new CellResult.Interrupted("InterruptedException", "interrupted", List.of("stopped"));
    }

    private CellResult value(Cell cell) {
      return new CellResult.Ok(Optional.of(DisplayData.text(cell.code())));
    }

    @Override
    public CellResult evaluate(Cell cell, String expression) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Completion complete(String code, int cursor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Completeness isComplete(String code) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void interrupt(long cell) {
      interrupted.countDown();
    }

    @Override
    public void provideInput(InputAnswer answer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean comm(long number, CommMessage message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void interruptComm() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> processIds() {
      return List.of();
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
