package dev.weft.worker.guard;

/** Ends code of a cell that is being stopped. */
public final class CellStopped extends Error {

  private static final long serialVersionUID = 1;

  /** Creates an error that cannot suppress others. */
  public CellStopped() {
    super("The cell was stopped", null, false, true);
  }
}
