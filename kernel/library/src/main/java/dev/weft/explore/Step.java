package dev.weft.explore;

/**
 * Something that a thread did.
 *
 * @param thread the thread's name
 * @param what it did, as {@code reads n: 0}
 */
public record Step(String thread, String what) {}
