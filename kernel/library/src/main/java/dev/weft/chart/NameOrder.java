package dev.weft.chart;

import java.util.Comparator;

/** Orders names as people do: numbers in them by their value. */
enum NameOrder implements Comparator<String> {
  /** The order. */
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = numberEnd(a, i);
      int endB = numberEnd(b, j);
      int difference =
          endA > i && endB > j
              ? compareNumbers(a.substring(i, endA), b.substring(j, endB))
              : Character.compare(a.charAt(i), b.charAt(j));
      if (difference != 0) {
        return difference;
      }
      i = Math.max(endA, i + 1);
      j = Math.max(endB, j + 1);
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String a, String b) {
    String left = a.replaceFirst("^0+", "");
    String right = b.replaceFirst("^0+", "");
    int byLength = Integer.compare(left.length(), right.length());
    return byLength != 0 ? byLength : left.compareTo(right);
  }
}
