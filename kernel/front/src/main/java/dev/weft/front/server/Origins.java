package dev.weft.front.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the cells of this session came from, also those that have ended.
 *
 * <p>The oldest are forgotten beyond a limit; a cell that is not known is taken for the newest.
 * Safe for use by several threads.
 */
final class Origins {

  private final int limit;
  private final Map<Long, Origin> cells = new LinkedHashMap<>();
  private Origin newest = Origin.NONE;

  Origins(int limit) {
    this.limit = limit;
  }

  synchronized void add(long cell, Origin origin) {
    newest = origin;
    addMessage(cell, origin);
  }

  /** Adds a message that is no cell, and so not the newest. */
  synchronized void addMessage(long number, Origin origin) {
    cells.put(number, origin);
    if (cells.size() > limit) {
      cells.remove(cells.keySet().iterator().next());
    }
  }

  synchronized Origin of(long cell) {
    return cells.getOrDefault(cell, newest);
  }
}
