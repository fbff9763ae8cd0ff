package dev.weft.runner.handout;

/** Text in HTML. */
final class Html {
  private Html() {}

  /** Returns the text with the characters replaced that mean something, in attributes as well. */
  static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        case '"' -> html.append("&quot;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** A span of a class, of text that is not escaped yet. */
  static String span(String type, String text) {
    return "<span class=\"%s\">%s</span>".formatted(type, escape(text));
  }
}
