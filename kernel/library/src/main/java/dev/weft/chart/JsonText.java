package dev.weft.chart;

/** Writes text as JSON has it, in ASCII so that no reader's guess at an encoding matters. */
final class JsonText {

  private JsonText() {}

  /** Appends the text in quotes. */
  static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f && c != '<') {
        out.append(c);
      } else {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      }
    }
    out.append('"');
  }
}
