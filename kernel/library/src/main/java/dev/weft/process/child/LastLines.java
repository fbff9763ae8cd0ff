package dev.weft.process.child;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last lines of a text that comes in pieces. Safe for use by several threads. */
final class LastLines {

  private static final int KEPT = 20;
  private static final int LONGEST = 1_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  synchronized void add(String text) {
    for (String each : text.splitWithDelimiters("\n", -1)) {
      if (!each.equals("\n")) {
        line.append(each, 0, Math.min(each.length(), LONGEST));
        continue;
      }
      lines.add(line.toString());
      line.setLength(0);
      if (lines.size() > KEPT) {
        lines.remove();
      }
    }
  }

  /** Returns the lines, also one that has no end yet. */
  synchronized List<String> get() {
    List<String> last = new ArrayList<>(lines);
    if (!line.isEmpty()) {
      last.add(line.toString());
    }
    return last;
  }
}
