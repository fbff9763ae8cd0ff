package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.MagicCaller;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Source;
import dev.weft.front.remote.KernelCalls;
import dev.weft.link.Event;
import dev.weft.link.KernelAnswer;
import dev.weft.link.KernelRequest;
import dev.weft.link.OfferedMagic;
import java.util.List;

/** Serves code that calls the kernel while it runs. */
final class KernelService implements KernelCalls {

  private final MagicCells cells;
  private final MagicContexts contexts;

  KernelService(MagicCells cells, MagicContexts contexts) {
    this.cells = cells;
    this.contexts = contexts;
  }

  @Override
  public void offered(List<OfferedMagic> magics) {
    contexts.registry().offer(magics.stream().map(OfferedMagics::magic).toList());
  }

  @Override
  public KernelAnswer answer(Event.KernelCalled call) {
    try {
      return switch (call.request()) {
        case KernelRequest.Eval(String code) -> answer(run(call, code));
        case KernelRequest.LineMagic(String name, List<String> words) ->
            answer(call, MagicCaller.line(name, Arguments.ofWords(words), context(call, "")));
        case KernelRequest.CellMagic(String name, List<String> words, String body) ->
            answer(call, cellMagic(call, name, words, body));
      };
    } catch (MagicException e) {
      return new KernelAnswer.Failed(e.errorName(), e.text());
    }
  }

  private MagicValue cellMagic(
      Event.KernelCalled call, String name, List<String> words, String body) throws MagicException {
    Arguments arguments = Arguments.ofWords(words);
    return MagicCaller.cell(name, arguments, Source.inCell(body, 0), context(call, body));
  }

  private MagicContext context(Event.KernelCalled call, String code) {
    return contexts.of(cell(call, code), cells);
  }

  private CellResult run(Event.KernelCalled call, String code) {
    return cells.run(cell(call, code), Source.inCell(code, 0), true);
  }

  /** Returns a cell of that code, whose output is that of the thread that called. */
  private Cell cell(Event.KernelCalled call, String code) {
    Cell running = contexts.running();
    return new Cell(call.cell(), running.executionCount(), code, true, running.allowStdin());
  }

  private KernelAnswer answer(Event.KernelCalled call, MagicValue value) {
    return switch (value) {
      case MagicValue.None _ -> new KernelAnswer.Nothing();
      case MagicValue.Text(String text) -> new KernelAnswer.Text(text);
      case MagicValue.Texts(List<String> texts) -> new KernelAnswer.Texts(texts);
      case MagicValue.Expression expression -> answer(expression(call, expression));
      case MagicValue.Framed framed -> answer(framed(call, framed));
      case MagicValue.Ran(CellResult result) -> answer(result);
    };
  }

  private CellResult expression(Event.KernelCalled call, MagicValue.Expression expression) {
    String java = expression.java().text();
    return cells.measured(expression, () -> run(call, java));
  }

  private CellResult framed(Event.KernelCalled call, MagicValue.Framed framed) {
    CellResult result =
        run(call, framed.before() + "\n" + framed.body().text() + "\n" + framed.after());
    if (result instanceof CellResult.Unsuccessful) {
      CellResult unused = run(call, framed.afterFailure());
    }
    return result;
  }

  private static KernelAnswer answer(CellResult result) {
    return switch (result) {
      case CellResult.Ok _ -> new KernelAnswer.LastValue();
      case CellResult.Unsuccessful failed ->
          new KernelAnswer.Failed(failed.errorName(), failed.errorValue());
    };
  }
}
