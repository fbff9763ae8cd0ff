package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.magic.CellParser;
import dev.weft.front.magic.JavaLiterals;
import dev.weft.front.magic.JavaSession;
import dev.weft.front.magic.MagicCall;
import dev.weft.front.magic.MagicCaller;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Segment;
import dev.weft.front.magic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs cells in which magics stand: part by part, each with what the ones before it have done. */
final class MagicCells {

  private final CellRunner runner;
  private final MagicContexts contexts;
  private final OutputSink sink;

  MagicCells(CellRunner runner, MagicContexts contexts, OutputSink sink) {
    this.runner = runner;
    this.contexts = contexts;
    this.sink = sink;
  }

  /** Runs a whole cell. */
  CellResult execute(Cell cell) {
    return run(cell, Source.inCell(cell.code(), 0), true);
  }

  /** Runs a part of a cell, or a cell that stands for a file. */
  CellResult run(Cell cell, Source source, boolean wantsValue) {
    List<Segment> segments = CellParser.parse(source.text(), contexts.names());
    CellResult result = new CellResult.Ok(Optional.empty());
    for (int i = 0; i < segments.size() && result instanceof CellResult.Ok; i++) {
      boolean wanted = wantsValue && i == segments.size() - 1;
      result = run(new Part(cell, source, segments.get(i), wanted));
    }
    return result;
  }

  /**
   * Makes the worker know what JShell knows.
   *
   * @param cell whose magic has changed something
   */
  void settle(Cell cell) {
    runner.settle(cell);
  }

  private record Part(Cell cell, Source source, Segment segment, boolean wantsValue) {

    String text(int start, int end) {
      return source.text().substring(start, end);
    }

    /** Returns the call with its arguments where they stand in the cell. */
    MagicCall placed(MagicCall call) {
      Source arguments = call.arguments();
      Source placed =
          new Source(arguments.text(), source.offset() + arguments.offset(), source.file());
      return new MagicCall(call.name(), placed, call.start(), call.end());
    }
  }

  private CellResult run(Part part) {
    if (contexts.interrupts().isRequested()) {
      return Reports.interrupted();
    }
    return switch (part.segment()) {
      case Segment.Java java -> java(part, java);
      case Segment.Line(MagicCall call) -> attempt(part, call, () -> line(part, call));
      case Segment.Assigned(int start, MagicCall call) ->
          attempt(part, call, () -> assigned(part, start, call));
      case Segment.Whole whole -> attempt(part, whole.call(), () -> whole(part, whole));
    };
  }

  private interface Attempt {
    CellResult run() throws MagicException;
  }

  private CellResult attempt(Part part, MagicCall call, Attempt attempt) {
    try {
      return attempt.run();
    } catch (MagicException e) {
      return contexts.interrupts().isRequested()
          ? Reports.interrupted()
          : MagicErrors.result(part.cell(), part.source().offset() + call.start(), e);
    }
  }

  private CellResult java(Part part, Segment.Java java) {
    int base = part.source().offset();
    NestedMagics.Rewritten rewritten =
        NestedMagics.rewrite(
            part.text(java.start(), java.end()),
            java.start(),
            base,
            java.nested(),
            contexts.registry());
    List<Piece> pieces = runner.split(rewritten.text(), base + java.start(), rewritten.edits());
    return runner.run(new JavaCode(part.cell(), pieces, part.wantsValue()));
  }

  private CellResult java(Part part, String text, int start, boolean wantsValue) {
    List<Piece> pieces = runner.split(text, part.source().offset() + start, Edits.NONE);
    return runner.run(new JavaCode(part.cell(), pieces, wantsValue));
  }

  private CellResult line(Part part, MagicCall call) throws MagicException {
    return shown(
        part, call, MagicCaller.line(part.placed(call), false, contexts.of(part.cell(), this)));
  }

  private CellResult whole(Part part, Segment.Whole whole) throws MagicException {
    Source body = whole.body();
    Source moved =
        new Source(body.text(), part.source().offset() + body.offset(), part.source().file());
    Segment.Whole placed = new Segment.Whole(whole.call(), moved);
    return shown(part, whole.call(), MagicCaller.cell(placed, contexts.of(part.cell(), this)));
  }

  private CellResult assigned(Part part, int start, MagicCall call) throws MagicException {
    MagicValue value =
        MagicCaller.line(part.placed(withoutEnd(call)), true, contexts.of(part.cell(), this));
    if (value instanceof MagicValue.Ran(CellResult.Unsuccessful failed)) {
      return failed;
    }
    String java = part.text(start, call.start()) + JavaLiterals.of(value) + ";";
    return value instanceof MagicValue.Expression expression
        ? measured(expression, () -> java(part, java, start, false))
        : java(part, java, start, false);
  }

  /** Runs Java for a magic, and tells it what that has taken if it wants to know. */
  CellResult measured(MagicValue.Expression expression, Supplier<CellResult> run) {
    if (expression.onMeasured().isEmpty()) {
      return run.get();
    }
    JavaSession.Measurement taken = contexts.measure(run);
    if (taken.result() instanceof CellResult.Ok) {
      expression.onMeasured().get().accept(taken);
    }
    return taken.result();
  }

  /** The statement's semicolon is not the magic's. */
  private static MagicCall withoutEnd(MagicCall call) {
    Source arguments = call.arguments();
    String text = arguments.text().replaceFirst("\\s*;$", "");
    Source without = new Source(text, arguments.offset(), arguments.file());
    return new MagicCall(call.name().replaceFirst(";$", ""), without, call.start(), call.end());
  }

  /** Makes a result of what a magic has returned that stands on its own. */
  private CellResult shown(Part part, MagicCall call, MagicValue value) {
    return switch (value) {
      case MagicValue.Expression expression -> displayed(part, expression(part, call, expression));
      case MagicValue.Framed framed -> displayed(part, framed(part, framed));
      case MagicValue.Ran(CellResult result) -> displayed(part, result);
      case MagicValue.None _, MagicValue.Text _, MagicValue.Texts _ ->
          new CellResult.Ok(Optional.empty());
    };
  }

  private CellResult expression(Part part, MagicCall call, MagicValue.Expression expression) {
    int base = part.source().offset();
    Source java = expression.java().at(base + call.start());
    return measured(expression, () -> java(part, java.text(), java.offset() - base, true));
  }

  private CellResult framed(Part part, MagicValue.Framed framed) {
    Source body = framed.body();
    int end = body.offset() + body.text().length();
    List<Piece> pieces = new ArrayList<>(runner.split(framed.before(), body.offset(), Edits.NONE));
    pieces.addAll(runner.split(body.text(), body.offset(), Edits.NONE));
    pieces.addAll(runner.split(framed.after(), end, Edits.NONE));
    CellResult result = runner.run(new JavaCode(part.cell(), pieces, true));
    if (result instanceof CellResult.Unsuccessful) {
      List<Piece> last = runner.split(framed.afterFailure(), end, Edits.NONE);
      CellResult unused = runner.run(new JavaCode(part.cell(), last, false));
    }
    return result;
  }

  /** The last part's value is the cell's; another is shown where it came up. */
  private CellResult displayed(Part part, CellResult result) {
    if (!part.wantsValue()
        && result instanceof CellResult.Ok(Optional<DisplayData> value)
        && value.isPresent()) {
      sink.display(part.cell().id(), value.get(), Optional.empty(), false);
      return new CellResult.Ok(Optional.empty());
    }
    return result;
  }
}
