package dev.weft.runner;

import dev.weft.front.interpreter.CellResult;

/**
 * A cell that ended a run.
 *
 * @param number its number among the cells that are run, from 1
 * @param firstLine the first line of its code
 */
record CellFailure(int number, int total, String firstLine, CellResult.Unsuccessful error) {}
