package dev.weft.front.inspect;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes plain text, wrapped and indented, of the HTML that {@link DocHtml} writes. */
final class HtmlText {

  private static final int WIDTH = 90;
  private static final Pattern PIECE = Pattern.compile("<(/?)(\\w+)[^>]*>|&(#?\\w+);|[^<&]+|[<&]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "mdash", "—", "ndash", "–",
          "hellip", "…", "le", "≤", "ge", "≥");

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int indent;
  private boolean preformatted;
  private boolean bullet;

  private HtmlText() {}

  static String of(String html) {
    HtmlText text = new HtmlText();
    Matcher matcher = PIECE.matcher(html);
    while (matcher.find()) {
      text.piece(matcher);
    }
    text.flush();
    return text.out.toString().replaceAll("(?m)[ \\t]+$", "").replaceAll("\\n{3,}", "\n\n").strip();
  }

  private void piece(Matcher matcher) {
    if (matcher.group(2) != null) {
      tag(matcher.group(2), matcher.group(1).isEmpty());
    } else if (matcher.group(3) != null) {
      line.append(entity(matcher.group(3)));
    } else {
      line.append(preformatted ? matcher.group() : matcher.group().replaceAll("\\s+", " "));
    }
  }

  private static String entity(String name) {
    if (name.startsWith("#")) {
      try {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
      } catch (NumberFormatException e) {
        return "";
      }
    }
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }

  private void tag(String name, boolean opens) {
    switch (name) {
      case "p", "div", "h4", "table", "dl", "blockquote" -> paragraph();
      case "br", "tr" -> flush();
      case "td", "th" -> line.append(opens ? "" : "  ");
      case "ul", "ol" -> list(opens);
      case "li" -> item(opens);
      case "dt" -> flush();
      case "dd" -> block(opens);
      case "pre" -> pre(opens);
      default -> {}
    }
  }

  private void paragraph() {
    flush();
    out.append('\n');
  }

  private void list(boolean opens) {
    flush();
    indent += opens ? 2 : -2;
  }

  private void item(boolean opens) {
    flush();
    bullet = opens;
  }

  private void block(boolean opens) {
    flush();
    indent += opens ? 4 : -4;
  }

  private void pre(boolean opens) {
    if (opens) {
      paragraph();
      preformatted = true;
    } else {
      line.toString().lines().forEach(each -> out.append("    ").append(each).append('\n'));
      line.setLength(0);
      preformatted = false;
      out.append('\n');
    }
  }

  /** Ends the line that is being written. */
  private void flush() {
    String text = line.toString().strip();
    line.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    String begin = " ".repeat(Math.max(0, indent - (bullet ? 2 : 0))) + (bullet ? "• " : "");
    bullet = false;
    StringBuilder row = new StringBuilder(begin);
    int used = begin.length();
    for (String word : BLANKS.split(text, -1)) {
      if (used > Math.max(indent, begin.length()) && used + word.length() + 1 > WIDTH) {
        row.append('\n').append(" ".repeat(indent));
        used = indent;
      } else if (used > begin.length() || row.length() > begin.length()) {
        row.append(' ');
        used++;
      }
      row.append(word);
      used += word.length();
    }
    out.append(row).append('\n');
  }
}
