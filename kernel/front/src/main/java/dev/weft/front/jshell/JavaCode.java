package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import java.util.List;

/**
 * Java to compile whole and to run.
 *
 * @param cell the cell that it stands in
 * @param pieces its snippets in order
 * @param wantsValue whether the value of the last one is to be shown
 */
record JavaCode(Cell cell, List<Piece> pieces, boolean wantsValue) {}
