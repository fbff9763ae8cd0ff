package dev.weft.front.inspect;

import dev.weft.display.DisplayData;
import dev.weft.front.inspect.JavaInspector.Found;
import java.util.List;
import java.util.stream.Collectors;

/** What is shown of a name: as plain text, and as HTML. */
public final class Sheet {

  private static final int MOST_SOURCE = 20_000;

  private Sheet() {}

  /**
   * Returns both.
   *
   * @param detailed whether the source is shown too
   */
  public static DisplayData of(Found found, boolean detailed) {
    List<Entry> entries = found.entries();
    String text = entries.stream().map(e -> text(e, detailed)).collect(Collectors.joining("\n\n"));
    String html = entries.stream().map(e -> html(e, detailed)).collect(Collectors.joining("\n"));
    return DisplayData.text(text).with("text/html", "<div>\n" + html + "\n</div>");
  }

  private static String text(Entry entry, boolean detailed) {
    StringBuilder text = new StringBuilder(entry.signature());
    if (!entry.origin().isEmpty()) {
      text.append("    // ").append(entry.origin());
    }
    if (!entry.value().isEmpty()) {
      text.append("\n\nValue: ").append(entry.value());
    }
    if (!entry.documentation().isEmpty()) {
      text.append("\n\n").append(HtmlText.of(entry.documentation()));
    }
    if (detailed && !entry.source().isEmpty()) {
      text.append("\n\nSource:\n").append(shortened(entry.source()));
    }
    return text.toString().strip();
  }

  private static String html(Entry entry, boolean detailed) {
    StringBuilder html = new StringBuilder("<pre><b>");
    html.append(DocHtml.escape(entry.signature())).append("</b>");
    if (!entry.origin().isEmpty()) {
      html.append("    // ").append(DocHtml.escape(entry.origin()));
    }
    html.append("</pre>\n");
    if (!entry.value().isEmpty()) {
      html.append("<pre>").append(DocHtml.escape(entry.value())).append("</pre>\n");
    }
    html.append(entry.documentation());
    if (detailed && !entry.source().isEmpty()) {
      html.append("<pre>").append(DocHtml.escape(shortened(entry.source()))).append("</pre>\n");
    }
    return html.toString();
  }

  private static String shortened(String source) {
    return source.length() <= MOST_SOURCE ? source : source.substring(0, MOST_SOURCE) + "\n…";
  }
}
