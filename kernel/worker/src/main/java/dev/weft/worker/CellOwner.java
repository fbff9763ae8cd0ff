package dev.weft.worker;

import dev.weft.link.StreamName;
import dev.weft.process.child.Owner;
import dev.weft.worker.guard.CellStopped;

/** A cell that has started child processes; its methods are called by the threads of these. */
final class CellOwner implements Owner {

  private final Cell cell;
  private final Stops stops;
  private final CellContext context;

  CellOwner(Cell cell, Stops stops, CellContext context) {
    this.cell = cell;
    this.stops = stops;
    this.context = context;
  }

  /** Prints, but nothing for a cell that was stopped. */
  @Override
  public void print(boolean error, String text) {
    StreamName stream = error ? StreamName.STDERR : StreamName.STDOUT;
    try {
      if (!stops.concerns(cell)) {
        cell.output().print(stream, text, false, () -> stops.concerns(cell));
      }
    } catch (CellStopped e) {
      // stopped while it waited for the reader: what it would have shown is not wanted any more
    }
  }

  @Override
  public void flush() {
    cell.output().flush();
  }

  @Override
  public Runnable onStop(Runnable action) {
    return stops.onStop(cell, action);
  }

  @Override
  public void run(Runnable body) {
    context.during(cell, body);
  }
}
