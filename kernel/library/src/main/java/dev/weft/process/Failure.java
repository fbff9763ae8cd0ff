package dev.weft.process;

/** Stands in the place of a result where an item's function has thrown. */
record Failure(Throwable thrown) {}
