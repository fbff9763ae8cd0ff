package dev.weft.deadlock;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The program's threads at one moment, with what each waits for; shows itself as a table.
 *
 * <p>The JDK and the kernel have threads of their own, which are left out. Up to 200 rows are
 * shown.
 *
 * <pre>{@code
 * ThreadList all = Deadlocks.threads();
 * all.rows().stream().filter(row -> row.state().equals("blocked")).count()
 * }</pre>
 *
 * @param rows in the order in which the threads were made
 */
public record ThreadList(List<ThreadRow> rows) implements Displayable {

  private static final int MOST = 200;

  /** Keeps its own unmodifiable copy, in the order of the threads' numbers. */
  public ThreadList {
    List<ThreadRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingLong(ThreadRow::id));
    rows = List.copyOf(sorted);
  }

  private Table table() {
    List<List<String>> shown = new ArrayList<>();
    for (ThreadRow row : rows.subList(0, Math.min(MOST, rows.size()))) {
      String kind = row.virtual() ? "virtual" : "platform";
      shown.add(List.of(row.name(), kind, row.state(), row.waitsFor(), row.holder(), row.where()));
    }
    int more = rows.size() - shown.size();
    List<String> notes =
        rows.isEmpty()
            ? List.of("No threads but the kernel's own.")
            : more > 0 ? List.of(more + " more threads are not shown.") : List.of();
    return new Table(
        List.of("Thread", "Kind", "State", "Waits for", "Held by", "Where"), shown, notes);
  }

  @Override
  public DisplayData toDisplayData() {
    return table().toDisplayData();
  }

  @Override
  public String toString() {
    return table().toText();
  }
}
