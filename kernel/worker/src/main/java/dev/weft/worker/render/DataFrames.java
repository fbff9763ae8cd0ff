package dev.weft.worker.render;

import dev.weft.display.DisplayData;
import dev.weft.display.MimeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables of other libraries. */
final class DataFrames {

  private DataFrames() {}

  static DisplayData ofTablesaw(Object relation) throws Exception {
    List<String> names = new ArrayList<>();
    for (Object name : (List<?>) Reflection.call(relation, "columnNames")) {
      names.add(String.valueOf(name));
    }
    int rows = (int) Reflection.call(relation, "rowCount");
    String title = String.valueOf(Reflection.call(relation, "name"));
    return bundle(relation, title, names, rows);
  }

  static DisplayData ofSmile(Object frame) throws Exception {
    List<String> names = Arrays.asList((String[]) Reflection.call(frame, "names"));
    return bundle(frame, "", names, (int) Reflection.call(frame, "size"));
  }

  private static DisplayData bundle(Object frame, String title, List<String> names, int count)
      throws Exception {
    List<String> header = names.subList(0, Math.min(names.size(), Table.MOST_COLUMNS));
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < count && i < Table.MOST_ROWS; i++) {
      List<Table.Cell> cells = new ArrayList<>();
      for (int j = 0; j < header.size(); j++) {
        cells.add(Table.Cell.of(cell(frame, i, j)));
      }
      rows.add(new Table.Row(Optional.of(Table.Cell.of(i)), cells));
    }
    Optional<String> caption = title.isEmpty() ? Optional.empty() : Optional.of(title);
    Table table =
        new Table(caption, header, rows, count - rows.size(), names.size() - header.size());
    String text = TextTable.format(table);
    return DisplayData.html(HtmlTable.format(table))
        .with(MimeType.TEXT, title.isEmpty() ? text : title + "\n" + text);
  }

  /** Tablesaw has markers for missing values, which its texts do not show. */
  private static @Nullable Object cell(Object frame, int row, int column) throws Exception {
    Object value = Reflection.get(frame, "get", row, column);
    boolean missing = value instanceof Double number && number.isNaN();
    return missing ? null : value;
  }
}
