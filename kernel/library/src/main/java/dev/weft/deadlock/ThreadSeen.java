package dev.weft.deadlock;

import java.util.List;

/**
 * A thread as a dump shows it.
 *
 * @param state the name of a {@link Thread.State}
 * @param waitsFor the class of what it waits for, an at sign and the identity; or empty
 * @param isMonitor whether it waits to enter that, with {@code synchronized}
 * @param owned the monitors that it has, written as {@code waitsFor} is
 * @param frames its stack, the newest first, as {@link StackTraceElement} writes it
 */
record ThreadSeen(
    long id,
    String name,
    boolean virtual,
    String state,
    String waitsFor,
    boolean isMonitor,
    List<String> owned,
    List<String> frames) {

  /** Returns what it is called, by its number where it has no name. */
  String called() {
    return name.isEmpty() ? "thread " + id : name;
  }

  boolean isSleeping() {
    return state.equals("TIMED_WAITING")
        && frames.stream().limit(4).anyMatch(frame -> frame.contains("java.lang.Thread.sleep"));
  }
}
