package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.magic.CellParser;
import dev.weft.front.magic.JavaLiterals;
import dev.weft.front.magic.MagicCall;
import dev.weft.front.magic.MagicCaller;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Names;
import dev.weft.front.magic.Segment;
import dev.weft.front.magic.Source;
import java.util.List;
import java.util.Optional;

/** Runs cells in which magics stand: part by part, each with what the ones before it have done. */
final class MagicCells {

  private final CellRunner runner;
  private final CellSplitter splitter;
  private final MagicContexts contexts;
  private final OutputSink sink;

  MagicCells(CellRunner runner, CellSplitter splitter, MagicContexts contexts, OutputSink sink) {
    this.runner = runner;
    this.splitter = splitter;
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
    if (!java.nested().isEmpty()) {
      MagicCall first = java.nested().getFirst().call();
      MagicException refused =
          new MagicException("A magic can't stand in a block; write lineMagic(...) there.");
      return MagicErrors.result(part.cell(), part.source().offset() + first.start(), refused);
    }
    return java(part, part.text(java.start(), java.end()), java.start(), part.wantsValue());
  }

  private CellResult java(Part part, String text, int start, boolean wantsValue) {
    List<Piece> pieces = splitter.split(text, part.source().offset() + start);
    return runner.run(new JavaCode(part.cell(), pieces, wantsValue));
  }

  private CellResult line(Part part, MagicCall call) throws MagicException {
    return shown(part, call, MagicCaller.line(call, false, contexts.of(part.cell(), this)));
  }

  private CellResult whole(Part part, Segment.Whole whole) throws MagicException {
    Source body = whole.body();
    Source moved =
        new Source(body.text(), part.source().offset() + body.offset(), part.source().file());
    Segment.Whole placed = new Segment.Whole(whole.call(), moved);
    return shown(part, whole.call(), MagicCaller.cell(placed, contexts.of(part.cell(), this)));
  }

  private CellResult assigned(Part part, int start, MagicCall call) throws MagicException {
    MagicValue value = MagicCaller.line(withoutEnd(call), true, contexts.of(part.cell(), this));
    if (value instanceof MagicValue.Ran(CellResult.Unsuccessful failed)) {
      return failed;
    }
    String java = part.text(start, call.start()) + JavaLiterals.of(value) + ";";
    return java(part, java, start, false);
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
      case MagicValue.Expression(String java) ->
          displayed(part, java(part, java, call.start(), true));
      case MagicValue.Ran(CellResult result) -> displayed(part, result);
      case MagicValue.None _, MagicValue.Text _, MagicValue.Texts _ ->
          new CellResult.Ok(Optional.empty());
    };
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

  /** Returns what names mean now. */
  Names names() {
    return contexts.names();
  }
}
