package dev.weft.table;

import dev.weft.display.DisplayData;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of texts under headings.
 *
 * @param headings one for each column
 * @param rows each with a text for each column
 * @param notes sentences below
 */
public record Table(List<String> headings, List<List<String>> rows, List<String> notes) {

  private static final int WIDEST = 60;

  private static final String CELL = "text-align:left;vertical-align:top;padding:2px 10px";

  /** Keeps its own unmodifiable copies. */
  public Table {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** Returns the table as lines, whose columns are as wide as what they hold. */
  public String toText() {
    int[] widths = new int[headings.size()];
    List<List<String>> all = new ArrayList<>(List.of(headings));
    all.addAll(rows);
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, length(row.get(i))));
      }
    }
    StringBuilder text = new StringBuilder();
    all.forEach(row -> text.append(line(row, widths)).append('\n'));
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i).replaceAll("\\s+", " ");
      line.append(cell).append(" ".repeat(Math.max(0, widths[i] - length(cell)) + 2));
    }
    return line.toString().stripTrailing();
  }

  /** Returns the table as HTML that takes the notebook's own colours. */
  public String toHtml() {
    StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse\"><thead><tr>");
    headings.forEach(each -> cell(html, "th", each));
    html.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(each -> cell(html, "td", each));
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    notes.forEach(note -> html.append("<p>").append(escape(note)).append("</p>"));
    return html.toString();
  }

  private static void cell(StringBuilder html, String element, String text) {
    html.append('<').append(element).append(" style=\"").append(CELL).append("\">");
    html.append(escape(text)).append("</").append(element).append('>');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Returns both. */
  public DisplayData toDisplayData() {
    return DisplayData.html(toHtml()).with(DisplayData.TEXT, toText());
  }
}
