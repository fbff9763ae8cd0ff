package dev.weft.front.jshell;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what somebody may have meant who has misspelt a name. */
final class Nearest {

  private static final int MAX_SHOWN = 3;

  private Nearest() {}

  /**
   * Returns the names that are closest, as in {@code `count` or `counts`}; empty if none is close.
   */
  static Optional<String> quoted(String name, Collection<String> candidates) {
    int best = limit(name) + 1;
    TreeSet<String> closest = new TreeSet<>();
    for (String candidate : candidates) {
      int distance = candidate.equals(name) ? best + 1 : distance(name, candidate, best);
      if (distance < best) {
        closest.clear();
        best = distance;
      }
      if (distance == best && distance <= limit(name)) {
        closest.add("`" + candidate + "`");
      }
    }
    boolean clear = !closest.isEmpty() && closest.size() <= MAX_SHOWN;
    return clear
        ? Optional.of(closest.stream().collect(Collectors.joining(" or ")))
        : Optional.empty();
  }

  /** Returns how many letters may be wrong. */
  private static int limit(String name) {
    return name.length() < 3 ? 0 : name.length() < 5 ? 1 : 2;
  }

  /** Returns how many letters differ, apart from case, or more than the limit. */
  private static int distance(String name, String candidate, int limit) {
    if (Math.abs(name.length() - candidate.length()) > limit) {
      return limit + 1;
    }
    return distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }

  /** Letters left out, added, wrong, or in the place of the letter beside. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = range(b.length());
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + differs);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }

  private static int[] range(int length) {
    int[] numbers = new int[length + 1];
    for (int i = 0; i <= length; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  /** Returns the one of the names that is there. */
  static Optional<String> first(List<String> names, Collection<String> candidates) {
    return names.stream().filter(candidates::contains).findFirst();
  }
}
