package dev.weft.front.magic.maven;

import dev.weft.display.DisplayData;
import dev.weft.front.magic.maven.Resolution.Conflict;
import dev.weft.front.magic.maven.Resolution.Found;
import dev.weft.front.magic.maven.Resolution.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was resolved, for people to read. */
final class DependencyReport {

  private static final List<String> COLUMNS =
      List.of("artifact", "version", "scope", "from", "size");

  private DependencyReport() {}

  /** Says which version was taken, why, and who asked for which. */
  static String of(Conflict conflict) {
    String loser = asker(conflict.loserPath());
    return conflict.winner().name()
        + ": "
        + conflict.winner().version()
        + " was taken, which "
        + asker(conflict.winnerPath())
        + ", and not "
        + conflict.loser()
        + ", which "
        + loser
        + "; the one nearer to what you asked for wins.";
  }

  private static String asker(List<Coordinates> path) {
    return path.size() < 2 ? "you asked for" : path.get(path.size() - 2) + " asks for";
  }

  /** Returns whether something asked for a newer version than it gets. */
  static boolean isDowngrade(Conflict conflict) {
    return Versions.isNewer(conflict.loser(), conflict.winner().version());
  }

  /** Draws who asked for what. */
  static String tree(List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      text.append(label(node)).append('\n');
      branches(node.children(), "", text);
    }
    return text.toString();
  }

  private static void branches(List<Node> nodes, String indent, StringBuilder text) {
    for (int i = 0; i < nodes.size(); i++) {
      boolean last = i == nodes.size() - 1;
      text.append(indent).append(last ? "└─ " : "├─ ").append(label(nodes.get(i))).append('\n');
      branches(nodes.get(i).children(), indent + (last ? "   " : "│  "), text);
    }
  }

  private static String label(Node node) {
    String scope =
        node.scope().isEmpty() || node.scope().equals("compile") ? "" : " (" + node.scope() + ")";
    String remark = node.remark().isEmpty() ? "" : " - " + node.remark();
    return node.coordinates() + scope + remark;
  }

  /** Returns a table of artifacts, as text and as HTML. */
  static DisplayData table(List<Found> artifacts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    artifacts.forEach(each -> rows.add(row(each)));
    Map<String, String> data = new LinkedHashMap<>();
    data.put(DisplayData.TEXT, text(rows));
    data.put("text/html", html(rows));
    return new DisplayData(data, Map.of());
  }

  private static List<String> row(Found found) {
    Coordinates coordinates = found.coordinates();
    return List.of(
        coordinates.ofVersion("").toString(),
        coordinates.version(),
        found.scope(),
        found.repository(),
        size(found.file()));
  }

  private static String size(Path file) {
    try {
      return Math.ceilDiv(Files.size(file), 1024) + " KB";
    } catch (IOException e) {
      return "?";
    }
  }

  private static String text(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < COLUMNS.size(); column++) {
      int index = column;
      widths.add(rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column)).repeat(' ', widths.get(column) - row.get(column).length() + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String html(List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<table>");
    for (int i = 0; i < rows.size(); i++) {
      String cell = i == 0 ? "th" : "td";
      html.append("<tr>");
      for (String value : rows.get(i)) {
        html.append('<' + cell + '>').append(escape(value)).append("</" + cell + '>');
      }
      html.append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
