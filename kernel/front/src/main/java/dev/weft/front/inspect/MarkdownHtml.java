package dev.weft.front.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes HTML of the Markdown in a documentation comment: paragraphs, lists, headings, blocks of
 * code, code, emphasis. What it does not know stays as it is written.
 */
final class MarkdownHtml {

  /** Stands for the HTML of a tag; what it stands for is its position in the list. */
  private static final char TAG = '\uFFFC';

  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
  private static final Pattern INLINE =
      Pattern.compile(
          "(`+)(.+?)\\1|\\*\\*(.+?)\\*\\*|(?<![\\w*])[*_](?=\\S)(.+?)(?<=\\S)[*_](?![\\w*])"
              + "|\\[([^\\]]+)\\]\\([^)]*\\)");

  private final StringBuilder text = new StringBuilder();
  private final List<String> tags = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private boolean inList;

  void text(String markdown) {
    text.append(markdown);
  }

  void html(String html) {
    tags.add(html);
    text.append(TAG);
  }

  String toHtml() {
    boolean code = false;
    for (String line : text.toString().split("\n", -1)) {
      if (line.strip().startsWith("```")) {
        endList();
        out.append(code ? "</pre>" : "<pre>");
        code = !code;
      } else if (code) {
        out.append(DocHtml.escape(line)).append('\n');
      } else {
        line(line);
      }
    }
    endList();
    return withTags(out.toString());
  }

  private void line(String line) {
    Matcher item = ITEM.matcher(line);
    Matcher heading = HEADING.matcher(line);
    if (item.matches()) {
      out.append(inList ? "</li>\n<li>" : "<ul>\n<li>").append(inline(item.group(1)));
      inList = true;
    } else if (line.isBlank()) {
      endList();
      out.append("</p>\n<p>");
    } else if (heading.matches()) {
      endList();
      out.append("<b>").append(inline(heading.group(1))).append("</b></p>\n<p>");
    } else {
      out.append(inline(line.strip())).append('\n');
    }
  }

  private void endList() {
    out.append(inList ? "</li>\n</ul>\n" : "");
    inList = false;
  }

  private static String inline(String line) {
    StringBuilder html = new StringBuilder();
    Matcher matcher = INLINE.matcher(line);
    int from = 0;
    while (matcher.find()) {
      html.append(DocHtml.escape(line.substring(from, matcher.start())));
      html.append(styled(matcher));
      from = matcher.end();
    }
    return html.append(DocHtml.escape(line.substring(from))).toString();
  }

  private static String styled(Matcher matcher) {
    if (matcher.group(2) != null) {
      return "<code>" + DocHtml.escape(matcher.group(2)) + "</code>";
    }
    if (matcher.group(3) != null) {
      return "<b>" + inline(matcher.group(3)) + "</b>";
    }
    return matcher.group(4) != null
        ? "<i>" + inline(matcher.group(4)) + "</i>"
        : inline(matcher.group(5));
  }

  private String withTags(String html) {
    StringBuilder all = new StringBuilder();
    int next = 0;
    for (int i = 0; i < html.length(); i++) {
      boolean tag = html.charAt(i) == TAG && next < tags.size();
      all.append(tag ? tags.get(next++) : html.charAt(i));
    }
    return all.toString();
  }
}
