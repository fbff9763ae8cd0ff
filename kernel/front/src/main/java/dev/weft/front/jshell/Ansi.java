package dev.weft.front.jshell;

/**
 * Colours that can be read on a light and on a dark ground; none where the environment says {@code
 * NO_COLOR}.
 */
final class Ansi {

  private static final String RESET = "\u001b[0m";
  private static final String NO_COLOR = System.getenv("NO_COLOR");
  private static final boolean PLAIN = NO_COLOR != null && !NO_COLOR.isEmpty();

  private Ansi() {}

  static String error(String text) {
    return coloured("1;31", text);
  }

  static String mark(String text) {
    return coloured("31", text);
  }

  static String strong(String text) {
    return coloured("1", text);
  }

  static String hint(String text) {
    return coloured("36", text);
  }

  private static String coloured(String code, String text) {
    return PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
