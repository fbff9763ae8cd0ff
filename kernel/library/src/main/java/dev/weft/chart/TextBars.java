package dev.weft.chart;

/** Bars made of block characters, to an eighth of a character. */
final class TextBars {

  private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

  private TextBars() {}

  /** Returns a bar for a share between 0 and 1 of that many characters. */
  static String bar(double share, int characters) {
    if (!Double.isFinite(share) || share <= 0) {
      return "";
    }
    int eighths = Math.max(1, (int) Math.round(Math.min(1, share) * characters * 8));
    String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8 - 1, eighths % 8);
    return "█".repeat(eighths / 8) + rest;
  }

  /** Returns the text with blanks behind it, as wide as that many characters. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  /** Returns the text with blanks before it, as wide as that many characters. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - length(text))) + text;
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
