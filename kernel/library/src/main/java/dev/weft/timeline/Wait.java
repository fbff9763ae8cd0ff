package dev.weft.timeline;

import dev.weft.chart.TimelineChart.State;
import java.time.Duration;

/**
 * A time in which a thread did not run.
 *
 * @param thread the name of its lane
 * @param what for what it waited, as {@code ReentrantLock 1}; empty if that is not known
 * @param holder the thread that had that; empty if that is not known
 * @param start when, from the begin of the recording
 * @param exact whether the times were recorded; otherwise they are those of looks at the thread
 */
public record Wait(
    String thread,
    State state,
    String what,
    String holder,
    Duration start,
    Duration length,
    boolean exact) {}
