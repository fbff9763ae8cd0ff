package dev.weft.worker.render;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as text on one line, as the JDK's own {@code toString} would write it, but within bounds:
 * of each container so many items, of each level so many characters, and no value within itself.
 */
final class InlineText {

  private static final int DEEPEST = 12;
  private static final String MORE = "…";

  private final int mostItems;
  private final int mostChars;
  private final StringBuilder out = new StringBuilder();
  private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

  private InlineText(int mostItems, int mostChars) {
    this.mostItems = mostItems;
    this.mostChars = mostChars;
  }

  /** Returns a value as text of about so many characters at most. */
  static String of(@Nullable Object value, int mostItems, int mostChars) {
    InlineText text = new InlineText(mostItems, mostChars);
    text.add(value);
    return text.out.toString();
  }

  /** Whether this class writes the value better than its own {@code toString}. */
  static boolean isContainer(Object value) {
    Class<?> type = value.getClass();
    if (type.isArray() || value instanceof Optional) {
      return true;
    }
    boolean collection = value instanceof Collection || value instanceof Map;
    return collection && !Types.hasOwnText(type);
  }

  private boolean isFull() {
    return out.length() >= mostChars;
  }

  private void add(@Nullable Object value) {
    if (value == null || isLeaf(value)) {
      addText(String.valueOf(value));
    } else if (around.size() >= DEEPEST) {
      out.append(MORE);
    } else if (!around.add(value)) {
      out.append("(itself)");
    } else {
      addNested(value);
      around.remove(value);
    }
  }

  private static boolean isLeaf(Object value) {
    return value instanceof String
        || (value instanceof Number && Types.isOfJdk(value.getClass()))
        || value instanceof Boolean
        || value instanceof Character;
  }

  private void addText(String text) {
    int room = Math.max(mostChars - out.length(), 0);
    if (text.length() <= room) {
      out.append(text);
    } else {
      out.append(text, 0, room).append(MORE);
    }
  }

  private void addNested(Object value) {
    if (value.getClass().isArray()) {
      addArray(value);
    } else if (value instanceof Optional<?> optional) {
      addOptional(optional);
    } else if (value instanceof Map<?, ?> map && isContainer(value)) {
      addItems(map, '{', '}');
    } else if (value instanceof Collection && isContainer(value)) {
      addItems(value, '[', ']');
    } else if (value instanceof Map.Entry<?, ?> entry && Types.isOfJdk(value.getClass())) {
      add(entry.getKey());
      out.append('=');
      add(entry.getValue());
    } else {
      addObject(value);
    }
  }

  private void addOptional(Optional<?> optional) {
    if (optional.isEmpty()) {
      out.append("Optional.empty");
    } else {
      out.append("Optional[");
      add(optional.get());
      out.append(']');
    }
  }

  private void addArray(Object array) {
    int length = Array.getLength(array);
    int shown = Math.min(length, mostItems);
    out.append('[');
    int i = 0;
    for (; i < shown && !isFull(); i++) {
      out.append(i == 0 ? "" : ", ");
      add(Array.get(array, i));
    }
    addRest(i, length);
    out.append(']');
  }

  /** The value must be a collection or a map. */
  private void addItems(Object items, char opening, char closing) {
    out.append(opening);
    try {
      Iterator<?> iterator =
          items instanceof Map<?, ?> map
              ? map.entrySet().iterator()
              : ((Collection<?>) items).iterator();
      int count = 0;
      for (; iterator.hasNext() && count < mostItems && !isFull(); count++) {
        out.append(count == 0 ? "" : ", ");
        addItem(iterator.next());
      }
      if (iterator.hasNext()) {
        addRest(count, Values.size(items));
      }
    } catch (ConcurrentModificationException | NoSuchElementException e) {
      out.append("… (changed meanwhile)");
    }
    out.append(closing);
  }

  private void addItem(@Nullable Object item) {
    if (item instanceof Map.Entry<?, ?> entry) {
      add(entry.getKey());
      out.append('=');
      add(entry.getValue());
    } else {
      add(item);
    }
  }

  private void addRest(int shown, int all) {
    if (all > shown) {
      out.append(shown == 0 ? "" : ", ")
          .append(MORE)
          .append(' ')
          .append(Values.count(all - shown))
          .append(" more");
    }
  }

  private void addObject(Object value) {
    Optional<String> described =
        Described.shortText(
            value, part -> of(part, mostItems, Math.max(mostChars - out.length(), 1)));
    if (described.isPresent()) {
      addText(described.get());
      return;
    }
    List<Column> columns = Columns.of(value.getClass());
    String own = columns.isEmpty() || !(value instanceof Record) ? null : Values.ownText(value);
    if (columns.isEmpty() || (own != null && !Values.isDefaultText(value, own))) {
      addText(own == null ? Values.ownText(value) : own);
    } else {
      addParts(value, columns);
    }
  }

  private void addParts(Object value, List<Column> columns) {
    out.append(Types.name(value.getClass())).append('[');
    String separator = "";
    for (Column column : columns) {
      if (!isFull()) {
        out.append(separator).append(column.name()).append('=');
        add(column.of(value));
      }
      separator = ", ";
    }
    out.append(']');
  }
}
