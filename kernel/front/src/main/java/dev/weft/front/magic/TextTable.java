package dev.weft.front.magic;

import dev.weft.display.DisplayData;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that is shown as text and as HTML.
 *
 * @param headers the names of the columns
 * @param rows cells, as many in each row as there are headers
 */
public record TextTable(List<String> headers, List<List<String>> rows) {

  private static final String GAP = "  ";

  /** Returns the table in both formats. */
  public DisplayData toDisplayData() {
    return DisplayData.html(html()).with(DisplayData.TEXT, text());
  }

  /** Returns the table as lines of equal columns, without an end of line at its end. */
  public String text() {
    List<Integer> widths = IntStream.range(0, headers.size()).mapToObj(this::width).toList();
    StringBuilder text = new StringBuilder(line(headers, widths));
    rows.forEach(row -> text.append('\n').append(line(row, widths)));
    return text.toString();
  }

  private int width(int column) {
    int header = headers.get(column).length();
    return Math.max(header, rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths.get(i) - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private String html() {
    String body = rows.stream().map(row -> row(row, "td")).collect(Collectors.joining("\n"));
    return "<table>\n<thead>"
        + row(headers, "th")
        + "</thead>\n<tbody>\n"
        + body
        + "\n</tbody>\n</table>";
  }

  private static String row(List<String> cells, String tag) {
    return cells.stream()
        .map(cell -> "<" + tag + " style=\"text-align:left\">" + escape(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
