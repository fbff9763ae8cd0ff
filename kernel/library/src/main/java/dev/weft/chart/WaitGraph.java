package dev.weft.chart;

import java.util.List;
import java.util.Objects;

/**
 * A ring of waits, drawn: each waits for something that the next one has, and the last for what the
 * first has.
 *
 * <p>Up to 12 waits are drawn; of more, the first ones, and a note tells of the others.
 *
 * <pre>{@code
 * WaitGraph.of("Deadlock", List.of(
 *     new WaitGraph.Wait("anna", "in transfer", "lock2"),
 *     new WaitGraph.Wait("bert", "in transfer", "lock1")))
 * }</pre>
 *
 * @param title what is shown; may be empty
 * @param waits in the order of the ring
 * @param notes sentences to stand below
 */
public record WaitGraph(String title, List<Wait> waits, List<String> notes) implements Chart {

  /** Keeps its own unmodifiable copies. */
  public WaitGraph {
    Objects.requireNonNull(title, "The title is null");
    waits = List.copyOf(waits);
    notes = List.copyOf(notes);
  }

  /**
   * Somebody who waits.
   *
   * @param waiter such as a thread's name
   * @param where what the waiter is doing; may be empty
   * @param lock what it waits for, and which the next one in the ring has
   */
  public record Wait(String waiter, String where, String lock) {}

  /** Returns a graph without notes. */
  public static WaitGraph of(String title, List<Wait> waits) {
    return new WaitGraph(title, waits, List.of());
  }

  /** Returns who has what the wait of that number is for. */
  private Wait holder(int index) {
    return waits.get((index + 1) % waits.size());
  }

  @Override
  public String toSvg() {
    return new WaitDrawing(this).draw();
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder(title.isEmpty() ? "" : title + "\n");
    for (int i = 0; i < waits.size(); i++) {
      Wait wait = waits.get(i);
      text.append("  ").append(wait.waiter()).append(" waits for ").append(wait.lock());
      text.append(", which ").append(holder(i).waiter()).append(" has");
      text.append(wait.where().isEmpty() ? "" : "; " + wait.where()).append('\n');
    }
    notes.forEach(note -> text.append("  ").append(note).append('\n'));
    return text.toString().stripTrailing();
  }

  @Override
  public String toCsv() {
    Csv csv = new Csv().row("waiter", "where", "lock", "holder");
    for (int i = 0; i < waits.size(); i++) {
      Wait wait = waits.get(i);
      csv.row(wait.waiter(), wait.where(), wait.lock(), holder(i).waiter());
    }
    return csv.toString();
  }
}
