package dev.weft.chart;

/**
 * How much room a text takes, without a font at hand.
 *
 * <p>Widths are those of common sans-serif faces, rounded up, so that a text measured here fits.
 */
final class TextWidth {

  private static final String NARROW = "iljtfrI|!.,:;'`()[]{}/\\ ";
  private static final String WIDE = "mwMW@%";
  private static final String SIGNS = "<>=+~^#";
  private static final double NARROW_EM = 0.36;
  private static final double PLAIN_EM = 0.59;
  private static final double CAPITAL_EM = 0.72;
  private static final double SIGN_EM = 0.84;
  private static final double WIDE_EM = 0.95;
  private static final double FULL_EM = 1.1;
  private static final int FIRST_FULL_WIDTH = 0x1100;

  private TextWidth() {}

  /** Returns the width of a text in a font of that size, in the size's unit. */
  static double of(String text, double size) {
    return size * text.codePoints().mapToDouble(TextWidth::em).sum();
  }

  private static double em(int codePoint) {
    if (codePoint >= FIRST_FULL_WIDTH) {
      return FULL_EM;
    }
    if (NARROW.indexOf(codePoint) >= 0) {
      return NARROW_EM;
    }
    if (WIDE.indexOf(codePoint) >= 0) {
      return WIDE_EM;
    }
    if (SIGNS.indexOf(codePoint) >= 0) {
      return SIGN_EM;
    }
    return Character.isUpperCase(codePoint) ? CAPITAL_EM : PLAIN_EM;
  }

  /** Returns the text, or its beginning and end with a mark between them where it is too wide. */
  static String fit(String text, double size, double room) {
    if (of(text, size) <= room) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int kept = points.length - 1;
    while (kept > 1 && of(shortened(points, kept), size) > room) {
      kept--;
    }
    return shortened(points, kept);
  }

  private static String shortened(int[] points, int kept) {
    int head = kept - kept / 3;
    int tail = kept - head;
    return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
  }
}
