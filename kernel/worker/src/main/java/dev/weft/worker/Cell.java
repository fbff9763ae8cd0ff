package dev.weft.worker;

/**
 * A cell that has been run here, or a callback of one; what threads belong to.
 *
 * @param id the front's number for the cell, to which output goes
 * @param task what a stop names: the cell's number, or that of the message that a callback is for
 * @param allowStdin whether its code may ask for input
 * @param output what its threads print
 */
record Cell(long id, long task, boolean allowStdin, CellOutput output) {

  Cell(long id, boolean allowStdin, CellOutput output) {
    this(id, id, allowStdin, output);
  }

  /** Returns this cell as what code of another task prints to. */
  Cell during(long otherTask) {
    return new Cell(id, otherTask, allowStdin, output);
  }

  /** Returns this cell with what it prints going elsewhere. */
  Cell printingTo(CellOutput other) {
    return new Cell(id, task, allowStdin, other);
  }
}
