package dev.weft.deadlock;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.util.List;

/**
 * The deadlocks of a program at one moment; shows itself as drawings, or as a sentence where there
 * are none.
 *
 * <pre>{@code
 * Deadlocks.report()
 * }</pre>
 */
public record DeadlockReport(List<Deadlock> deadlocks) implements Displayable {

  private static final String NONE =
      "No deadlock: no threads wait for each other's monitors and locks in a ring.";

  /** Keeps its own unmodifiable copy. */
  public DeadlockReport {
    deadlocks = List.copyOf(deadlocks);
  }

  @Override
  public DisplayData toDisplayData() {
    if (deadlocks.size() == 1) {
      return deadlocks.getFirst().toDisplayData();
    }
    StringBuilder html = new StringBuilder();
    deadlocks.forEach(each -> html.append(each.graph().toSvg()));
    DisplayData text = DisplayData.text(toString());
    return deadlocks.isEmpty() ? text : DisplayData.html(html.toString()).with(text);
  }

  @Override
  public String toString() {
    return deadlocks.isEmpty()
        ? NONE
        : String.join("\n", deadlocks.stream().map(Deadlock::toString).toList());
  }
}
