package dev.weft.worker.render;

import dev.weft.worker.guard.Guarded;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is shown of a value where only text is shown. */
final class PlainText {

  /** Characters of a text that are shown at most. */
  static final int LONGEST = 2_000_000;

  private static final int MOST_ITEMS = 1000;
  private static final int LONGEST_ITEMS = 20_000;
  private static final int WIDEST_LINE = 100;

  private PlainText() {}

  /** Returns a value as text. */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return of(value, isTabular(value) ? Tables.of(value) : Optional.empty());
  }

  private static boolean isTabular(Object value) {
    return InlineText.isContainer(value);
  }

  /** Returns a value as text, given its table. */
  static String of(Object value, Optional<Tables.Laid> laid) {
    if (value instanceof Throwable thrown) {
      return Described.withCauses(thrown);
    }
    if (InlineText.isContainer(value) && laid.isPresent()) {
      return ofTable(value, laid.get());
    }
    return Guarded.shortened(inline(value), LONGEST);
  }

  private static String ofTable(Object value, Tables.Laid laid) {
    if (laid.layout() == Tables.Layout.ROWS) {
      return TextTable.format(laid.table());
    }
    String line = inline(value);
    boolean wide = line.length() > WIDEST_LINE;
    boolean better = laid.layout() == Tables.Layout.MATRIX || value instanceof Map;
    return wide && better ? TextTable.format(laid.table()) : line;
  }

  private static String inline(Object value) {
    boolean bounded = InlineText.isContainer(value) || value instanceof Record;
    return InlineText.of(value, MOST_ITEMS, bounded ? LONGEST_ITEMS : Integer.MAX_VALUE);
  }
}
