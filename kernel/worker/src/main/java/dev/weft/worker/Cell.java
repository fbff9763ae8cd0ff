package dev.weft.worker;

/**
 * A cell that has been run here; what its threads belong to.
 *
 * @param id the front's number for it
 * @param allowStdin whether its code may ask for input
 * @param output what its threads print
 */
record Cell(long id, boolean allowStdin, CellOutput output) {}
