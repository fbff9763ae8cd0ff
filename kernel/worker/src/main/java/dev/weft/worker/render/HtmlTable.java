package dev.weft.worker.render;

import java.util.List;

/**
 * A table as HTML that takes its colours from the page, so that it suits light and dark themes:
 * text to the left, numbers to the right.
 */
final class HtmlTable {

  private static final String LEFT = " style=\"text-align:left\"";
  private static final String RIGHT = " style=\"text-align:right\"";

  private final Table table;
  private final boolean[] numeric;
  private final StringBuilder out = new StringBuilder("<table>\n");

  private HtmlTable(Table table) {
    this.table = table;
    numeric = new boolean[table.columns()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = table.isNumeric(i);
    }
  }

  static String format(Table table) {
    return new HtmlTable(table).format();
  }

  private String format() {
    table
        .caption()
        .ifPresent(
            text ->
                out.append("<caption style=\"text-align:left\">")
                    .append(escape(text))
                    .append("</caption>\n"));
    if (!table.header().isEmpty()) {
      addHeader();
    }
    out.append("<tbody>\n");
    table.rows().forEach(this::addRow);
    out.append("</tbody>\n</table>");
    if (!table.note().isEmpty()) {
      out.append("\n<div style=\"opacity:.7\">").append(table.note()).append("</div>");
    }
    return out.toString();
  }

  private void addHeader() {
    out.append("<thead><tr>").append(table.hasLabels() ? "<td></td>" : "");
    List<String> header = table.header();
    for (int i = 0; i < header.size(); i++) {
      out.append("<th scope=\"col\"").append(numeric[i] ? RIGHT : LEFT).append('>');
      out.append(escape(header.get(i))).append("</th>");
    }
    out.append("</tr></thead>\n");
  }

  private void addRow(Table.Row row) {
    out.append("<tr>");
    row.label()
        .ifPresent(
            label -> {
              out.append("<th scope=\"row\"");
              out.append(label.kind() == Table.Kind.NUMBER ? RIGHT : LEFT).append('>');
              out.append(escape(label.text())).append("</th>");
            });
    List<Table.Cell> cells = row.cells();
    for (int i = 0; i < cells.size(); i++) {
      out.append("<td").append(numeric[i] ? RIGHT : LEFT).append('>');
      addContent(cells.get(i));
      out.append("</td>");
    }
    out.append("</tr>\n");
  }

  private void addContent(Table.Cell cell) {
    if (cell.kind() == Table.Kind.NULL) {
      out.append("<span style=\"opacity:.6\">null</span>");
    } else {
      out.append(escape(cell.text()).replace("\n", "<br>"));
    }
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '$' -> escaped.append("<span>&#36;</span>"); // no formula begins here
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
