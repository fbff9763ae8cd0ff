package dev.weft.worker;

import dev.weft.comm.CapturedOutput;
import dev.weft.comm.CommChannel;
import dev.weft.comm.CommMessage;
import dev.weft.comm.CommReceiver;
import dev.weft.comm.Comms;
import dev.weft.link.Event;
import dev.weft.link.StreamName;
import dev.weft.worker.guard.CellStopped;
import java.util.concurrent.Executor;

/**
 * Comms between the code of cells and the front.
 *
 * <p>What code says belongs to the cell, or to the message, in whose course it is said. A callback
 * prints to the cell that has set it, whichever thread runs it; a stop of what that thread is at
 * ends the callback too.
 */
final class CellComms implements CommChannel {

  private final CellContext context;
  private final EventSender sender;
  private final Stops stops;
  private final OutputPump pump;
  private final UncaughtHandler uncaught;

  /** The message of which a callback was stopped last. */
  private volatile long stoppedTask;

  CellComms(
      CellContext context,
      EventSender sender,
      Stops stops,
      OutputPump pump,
      UncaughtHandler uncaught) {
    this.context = context;
    this.sender = sender;
    this.stops = stops;
    this.pump = pump;
    this.uncaught = uncaught;
  }

  /** Makes this the way of the library's comms. */
  CommReceiver connect() {
    return Comms.connect(this);
  }

  @Override
  public void send(CommMessage message) {
    Cell cell = context.current();
    if (!sender.send(new Event.Comm(cell.task(), message), () -> stops.concerns(cell))) {
      throw new CellStopped();
    }
  }

  @Override
  public Executor forThisCell() {
    Cell cell = context.current();
    return task -> run(cell, task);
  }

  private void run(Cell cell, Runnable task) {
    Cell here = cell.during(context.currentOr(cell).task());
    context.during(here, () -> runHere(here, task));
  }

  private void runHere(Cell here, Runnable task) {
    try {
      task.run();
      here.output().flush();
    } catch (CellStopped e) {
      noteStop(here);
      throw e;
    } catch (Throwable e) { // whatever it is, it ends the callback alone
      if (stops.isStop(here, e)) {
        noteStop(here);
        throw new CellStopped();
      }
      uncaught.uncaughtException(Thread.currentThread(), e);
      here.output().flush();
    }
  }

  /**
   * Says once under a cell that a callback for a message was stopped; its thread may not print any
   * more.
   */
  private void noteStop(Cell cell) {
    boolean isOfCell = cell.task() >= 0;
    if (isOfCell || cell.task() == stoppedTask) {
      return;
    }
    stoppedTask = cell.task();
    cell.output().print(StreamName.STDERR, "A callback was interrupted.", true, () -> false);
    cell.output().flush();
  }

  /** Says under a cell that a message could not be handled. */
  void noteFault(Cell cell, Throwable fault) {
    context.during(
        cell,
        () -> {
          uncaught.uncaughtException(Thread.currentThread(), fault);
          cell.output().flush();
        });
  }

  @Override
  public void capture(CapturedOutput output, Runnable body) {
    Cell cell = context.current();
    CellOutput captured = new CellOutput(cell.id(), pump, new Capture(output, context, cell));
    cell.output().flush();
    try {
      context.during(cell.printingTo(captured), body);
    } finally {
      captured.flushAll();
    }
  }
}
