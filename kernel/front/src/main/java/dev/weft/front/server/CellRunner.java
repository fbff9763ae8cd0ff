package dev.weft.front.server;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.CellResult.Failed;
import dev.weft.front.interpreter.CellResult.Interrupted;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.log.Log;
import java.util.List;
import java.util.function.Function;

/**
 * Hands cells to the interpreter, and makes a result of whatever happens instead.
 *
 * <p>An interrupt reaches its cell at any time: before this class looks at the ticket, the ticket
 * says so and the interpreter is not called; after that, the interpreter is told the cell's id and
 * knows what to do although it may not have begun.
 */
final class CellRunner {

  private static final Log LOG = Log.standardError();

  private final InterpreterSlot slot;

  CellRunner(InterpreterSlot slot) {
    this.slot = slot;
  }

  CellResult execute(Ticket ticket, Cell cell) throws InterruptedException {
    return use(ticket, interpreter -> interpreter.execute(cell));
  }

  CellResult evaluate(Ticket ticket, Cell cell, String expression) throws InterruptedException {
    return use(ticket, interpreter -> interpreter.evaluate(cell, expression));
  }

  private CellResult use(Ticket ticket, Function<Interpreter, CellResult> work)
      throws InterruptedException {
    try {
      return slot.await(ticket).map(work).orElseGet(CellRunner::interrupted);
    } catch (StartFailedException e) {
      return failed("StartFailed", e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.fault("The interpreter has failed.", e);
      return failed(e.getClass().getName(), "The kernel could not run this cell: " + e);
    }
  }

  private static CellResult failed(String name, String message) {
    return new Failed(name, message, List.of(message.split("\n", -1)));
  }

  private static CellResult interrupted() {
    String message = "Interrupted before it ran.";
    return new Interrupted("Interrupted", message, List.of(message));
  }
}
