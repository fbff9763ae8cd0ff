package dev.weft.timeline;

import java.time.Duration;

/**
 * A time in which a thread held a lock or a permit of one of the library's types.
 *
 * @param thread the name of its lane
 * @param what the lock's name
 * @param start when, from the begin of the recording
 */
public record Hold(String thread, String what, Duration start, Duration length) {}
