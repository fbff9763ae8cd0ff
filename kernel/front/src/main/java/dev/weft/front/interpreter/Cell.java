package dev.weft.front.interpreter;

/**
 * Code to run.
 *
 * @param id names the cell in {@link OutputSink}; never used twice
 * @param executionCount the number shown in front of it, as {@code In [3]}
 * @param silent whether its value is not wanted
 * @param allowStdin whether it may ask for input
 */
public record Cell(long id, int executionCount, String code, boolean silent, boolean allowStdin) {}
