package dev.weft.worker;

/** Ends code of a cell that is being stopped. */
final class CellStopped extends Error {

  private static final long serialVersionUID = 1;

  CellStopped() {
    super("The cell was stopped", null, false, true);
  }
}
