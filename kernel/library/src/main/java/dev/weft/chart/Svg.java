package dev.weft.chart;

/**
 * Writes an SVG drawing: text escaped, numbers without a locale, so that equal drawings are equal
 * bytes on every machine.
 *
 * <p>Attributes are given as names and values in turn.
 */
final class Svg {

  static final String FONT = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

  private final StringBuilder out = new StringBuilder(4096);

  /** Begins a drawing; the label is what a screen reader says. */
  Svg(int width, int height, String label) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attributes("width", Integer.toString(width), "height", Integer.toString(height));
    attributes("viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", label);
    attributes("font-family", FONT);
    out.append('>');
  }

  Svg open(String name, String... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append('>');
    return this;
  }

  Svg close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  private Svg empty(String name, String[] attributes, String... more) {
    out.append('<').append(name);
    attributes(more);
    attributes(attributes);
    out.append("/>");
    return this;
  }

  Svg rectangle(double x, double y, double width, double height, String... attributes) {
    return empty(
        "rect",
        attributes,
        "x",
        Numbers.coordinate(x),
        "y",
        Numbers.coordinate(y),
        "width",
        Numbers.coordinate(width),
        "height",
        Numbers.coordinate(height));
  }

  Svg line(double x1, double y1, double x2, double y2, String... attributes) {
    return path("M" + pair(x1, y1) + "L" + pair(x2, y2), attributes);
  }

  Svg circle(double x, double y, double radius, String... attributes) {
    return empty(
        "circle",
        attributes,
        "cx",
        Numbers.coordinate(x),
        "cy",
        Numbers.coordinate(y),
        "r",
        Numbers.coordinate(radius));
  }

  Svg path(String data, String... attributes) {
    return empty("path", attributes, "d", data);
  }

  /** Writes a text whose baseline starts, has its middle or ends at a point. */
  Svg text(double x, double y, String content, String... attributes) {
    out.append("<text");
    attributes("x", Numbers.coordinate(x), "y", Numbers.coordinate(y));
    attributes(attributes);
    out.append('>').append(escape(content)).append("</text>");
    return this;
  }

  /** Writes what is shown while the pointer rests on the element that is open. */
  Svg title(String content) {
    out.append("<title>").append(escape(content)).append("</title>");
    return this;
  }

  /** Ends the drawing and returns it. */
  String finish() {
    return out.append("</svg>").toString();
  }

  static String pair(double x, double y) {
    return Numbers.coordinate(x) + " " + Numbers.coordinate(y);
  }

  private void attributes(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(' ').append(namesAndValues[i]).append("=\"");
      out.append(escape(namesAndValues[i + 1])).append('"');
    }
  }

  /** Returns the text as XML takes it; what XML has no way to say becomes a question mark. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int codePoint) {
    switch (codePoint) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\t', '\n', '\r' -> escaped.append(' ');
      default -> escaped.appendCodePoint(isXml(codePoint) ? codePoint : '\uFFFD');
    }
  }

  private static boolean isXml(int codePoint) {
    return codePoint >= ' '
        && !(codePoint >= 0xD800 && codePoint <= 0xDFFF)
        && codePoint != 0xFFFE
        && codePoint != 0xFFFF;
  }
}
