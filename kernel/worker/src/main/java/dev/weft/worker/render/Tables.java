package dev.weft.worker.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tables of values that have rows, or at least parts. */
final class Tables {

  private static final int MOST_IN_A_ROW = 12;
  private static final int WIDEST_ROW = 80;

  /** What the rows of a table are made of. */
  enum Layout {
    /** Records, beans or maps, with a column for each of their parts. */
    ROWS,
    /** Arrays or lists, with a column for each index. */
    MATRIX,
    /** Single values. */
    SEQUENCE,
    /** The parts of one value. */
    PARTS
  }

  /** A table and how it is laid out. */
  record Laid(Layout layout, Table table) {}

  private Tables() {}

  /** Returns the table of a value, or empty for one that is but a text. */
  static Optional<Laid> of(Object value) {
    Optional<Items> items = Items.first(value, Table.MOST_ROWS);
    if (items.isPresent()) {
      return items.filter(some -> !some.values().isEmpty()).map(some -> laid(value, some));
    }
    List<Column> columns = columns(value);
    return columns.isEmpty() || value instanceof Thread
        ? Optional.empty()
        : Optional.of(new Laid(Layout.PARTS, parts(value, columns)));
  }

  private static Laid laid(Object value, Items items) {
    if (all(items, Tables::isRow)) {
      return new Laid(Layout.ROWS, rows(items));
    }
    if (!(value instanceof Map) && all(items, Tables::isLine)) {
      return new Laid(Layout.MATRIX, matrix(items));
    }
    Table table = value instanceof Map ? pairs(items) : sequence(items);
    return new Laid(Layout.SEQUENCE, table);
  }

  /** A question about an item. */
  private interface Question {
    boolean isTrueOf(Object item);
  }

  /** Whether that is so of all items but null, and of one at least. */
  private static boolean all(Items items, Question question) {
    boolean found = false;
    for (Object item : items.values()) {
      if (item != null && !question.isTrueOf(item)) {
        return false;
      }
      found |= item != null;
    }
    return found;
  }

  private static boolean isRow(Object item) {
    return item instanceof Map<?, ?> map ? !map.isEmpty() : !columns(item).isEmpty();
  }

  private static boolean isLine(Object item) {
    return item.getClass().isArray() || item instanceof List;
  }

  /** The parts by which a value is shown; none where it has a text of its own. */
  private static List<Column> columns(Object value) {
    List<Column> columns = Columns.of(value.getClass());
    boolean ownText =
        !columns.isEmpty()
            && value instanceof Record
            && !Values.isDefaultText(value, Values.ownText(value));
    return ownText ? List.of() : columns;
  }

  private static Table rows(Items items) {
    Set<String> names = new LinkedHashSet<>();
    for (Object item : items.values()) {
      if (item instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> names.add(String.valueOf(key)));
      } else if (item != null) {
        columns(item).forEach(column -> names.add(column.name()));
      }
    }
    List<String> header = names.stream().limit(Table.MOST_COLUMNS).toList();
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < items.values().size(); i++) {
      rows.add(new Table.Row(items.label(i), cells(items.values().get(i), header)));
    }
    return table(items, header, rows, names.size() - header.size());
  }

  private static Table table(
      Items items, List<String> header, List<Table.Row> rows, int moreColumns) {
    int moreRows = items.total() - rows.size();
    return new Table(Optional.empty(), header, rows, moreRows, moreColumns);
  }

  private static List<Table.Cell> cells(@Nullable Object item, List<String> header) {
    List<Table.Cell> cells = new ArrayList<>();
    for (String name : header) {
      cells.add(item == null ? Table.Cell.of(null) : cell(item, name));
    }
    return cells;
  }

  private static Table.Cell cell(Object item, String name) {
    if (item instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (String.valueOf(entry.getKey()).equals(name)) {
          return Table.Cell.of(entry.getValue());
        }
      }
      return Table.NOTHING;
    }
    for (Column column : columns(item)) {
      if (column.name().equals(name)) {
        return Table.Cell.of(column.of(item));
      }
    }
    return Table.NOTHING;
  }

  private static Table matrix(Items items) {
    List<List<Table.Cell>> lines = new ArrayList<>();
    int widest = 0;
    int shown = 0;
    for (Object item : items.values()) {
      List<Table.Cell> line = new ArrayList<>();
      if (item == null) {
        line.add(Table.Cell.of(null));
      } else {
        Items first = Items.first(item, Table.MOST_COLUMNS).orElseThrow();
        first.values().forEach(value -> line.add(Table.Cell.of(value)));
        widest = Math.max(widest, first.total());
      }
      lines.add(line);
      shown = Math.max(shown, line.size());
    }
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(new Table.Row(items.label(i), padded(lines.get(i), shown)));
    }
    return table(items, indices(shown), rows, Math.max(widest - shown, 0));
  }

  private static List<Table.Cell> padded(List<Table.Cell> line, int length) {
    List<Table.Cell> all = new ArrayList<>(line);
    while (all.size() < length) {
      all.add(Table.NOTHING);
    }
    return all;
  }

  private static List<String> indices(int count) {
    List<String> indices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      indices.add(Integer.toString(i));
    }
    return indices;
  }

  private static Table pairs(Items items) {
    return new Table(
        Optional.empty(),
        List.of("value"),
        singles(items),
        items.total() - items.values().size(),
        0);
  }

  private static List<Table.Row> singles(Items items) {
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < items.values().size(); i++) {
      List<Table.Cell> cell = List.of(Table.Cell.of(items.values().get(i)));
      rows.add(new Table.Row(items.label(i), cell));
    }
    return rows;
  }

  /** In one row if there are few, in one column otherwise. */
  private static Table sequence(Items items) {
    List<Table.Row> singles = singles(items);
    int width = singles.stream().mapToInt(row -> row.cells().getFirst().text().length() + 2).sum();
    if (items.total() > MOST_IN_A_ROW || width > WIDEST_ROW) {
      return table(items, List.of(), singles, 0);
    }
    List<Table.Cell> cells = singles.stream().map(row -> row.cells().getFirst()).toList();
    List<String> header = items.labels().isEmpty() ? List.of() : indices(cells.size());
    Table.Row row = new Table.Row(Optional.empty(), cells);
    return new Table(Optional.empty(), header, List.of(row), 0, 0);
  }

  private static Table parts(Object value, List<Column> columns) {
    List<Table.Row> rows = new ArrayList<>();
    for (Column column : columns) {
      Table.Cell name = new Table.Cell(column.name(), Table.Kind.TEXT);
      rows.add(new Table.Row(Optional.of(name), List.of(Table.Cell.of(column.of(value)))));
    }
    return new Table(Optional.of(Types.name(value.getClass())), List.of(), rows, 0, 0);
  }
}
