package dev.weft.front.analysis;

/**
 * Something that a cell has declared and that is there now.
 *
 * @param kind {@code VARIABLE}, {@code METHOD} or {@code TYPE}
 * @param type the type of a variable as code, empty otherwise
 * @param source its declaration as the cell has it, with comments
 * @param executionCount the number of its cell, 0 where that is not known
 * @param className the class that holds a variable, empty otherwise
 */
public record Declared(
    Part.Kind kind,
    String name,
    String type,
    String source,
    int executionCount,
    String className) {}
