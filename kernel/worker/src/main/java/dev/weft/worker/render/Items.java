package dev.weft.worker.render;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first items of an array, a collection or a map.
 *
 * @param labels what stands before each item: its index or its key; empty where there is no order
 * @param values the items, which may be null
 * @param total how many there are in all
 */
record Items(List<Table.Cell> labels, List<@Nullable Object> values, int total) {

  /** Returns the first items of a value, or empty for one that has none to show. */
  static Optional<Items> first(Object value, int most) {
    if (value.getClass().isArray()) {
      return Optional.of(ofArray(value, most));
    }
    if (!(value instanceof Collection || value instanceof Map)) {
      return Optional.empty();
    }
    List<Table.Cell> labels = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    try {
      take(value, most, labels, values);
    } catch (ConcurrentModificationException | NoSuchElementException e) {
      values.add(new Column.Failed("changed meanwhile"));
      labels.add(Table.NOTHING);
    }
    boolean labelled = value instanceof Map || value instanceof List;
    int total = Math.max(Values.size(value), values.size());
    return Optional.of(new Items(labelled ? labels : List.of(), values, total));
  }

  private static void take(
      Object value, int most, List<Table.Cell> labels, List<@Nullable Object> values) {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (values.size() == most) {
          return;
        }
        labels.add(Table.Cell.of(entry.getKey()));
        values.add(entry.getValue());
      }
    } else {
      Iterator<?> iterator = ((Collection<?>) value).iterator();
      while (values.size() < most && iterator.hasNext()) {
        labels.add(Table.Cell.of(values.size()));
        values.add(iterator.next());
      }
    }
  }

  private static Items ofArray(Object array, int most) {
    int length = Array.getLength(array);
    List<Table.Cell> labels = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < length && i < most; i++) {
      labels.add(Table.Cell.of(i));
      values.add(Array.get(array, i));
    }
    return new Items(labels, values, length);
  }

  Optional<Table.Cell> label(int index) {
    return labels.isEmpty() ? Optional.empty() : Optional.of(labels.get(index));
  }
}
