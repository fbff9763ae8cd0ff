package dev.weft.chart;

import java.util.List;

/**
 * Colours that stay apart for colour-blind eyes and in grey print, on a card that is light in every
 * theme.
 */
final class Palette {

  static final String CARD = "#fcfcfb";
  static final String FRAME = "#d5d9dd";
  static final String INK = "#1f2328";
  static final String MUTED = "#59636e";
  static final String GRID = "#e3e6e9";
  static final String MARK = "#b42318";

  /** Each with a stroke pattern of its own, so that colour is never the only signal. */
  private static final List<String> SERIES =
      List.of("#0068a8", "#c94f00", "#00805e", "#8f4a9e", "#8a6d00", "#3d4752");

  private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3", "4 2", "1 2");

  private Palette() {}

  static String series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** The line below a lane for what a thread holds, or above it for its tasks. */
  static String mark(boolean holding) {
    return holding ? "#a33c00" : "#0068a8";
  }

  static String dash(int index) {
    return DASHES.get((index + index / SERIES.size()) % DASHES.size());
  }
}
