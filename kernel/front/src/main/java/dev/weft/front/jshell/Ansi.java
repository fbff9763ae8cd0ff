package dev.weft.front.jshell;

/**
 * Bold words, and marks in a colour that stands out from the light and the dark ground of errors;
 * nothing where the environment says {@code NO_COLOR}. No colour of JupyterLab's has the contrast
 * on both that words need.
 */
final class Ansi {

  private static final String RESET = "\u001b[0m";
  private static final String NO_COLOR = System.getenv("NO_COLOR");
  private static final boolean PLAIN = NO_COLOR != null && !NO_COLOR.isEmpty();

  private Ansi() {}

  static String mark(String text) {
    return coloured("38;5;167", text);
  }

  static String strong(String text) {
    return coloured("1", text);
  }

  private static String coloured(String code, String text) {
    return PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
