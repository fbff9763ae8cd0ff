package dev.weft.trace.flight;

import java.util.List;

/**
 * What was recorded of a JVM.
 *
 * @param start when the recording began, by the clock of that JVM
 * @param end when it ended
 * @param shorter how many waits and holds were told that were too short to be kept
 * @param dropped how many were told that were not kept as there were too many
 */
public record Recorded(
    long start, long end, List<Happening> happenings, long shorter, long dropped) {}
