package dev.weft.deadlock;

import dev.weft.chart.WaitGraph;
import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import java.util.List;

/**
 * Threads that wait for each other in a ring, and so for ever; shows itself as a drawing.
 *
 * <pre>{@code
 * for (Deadlock each : Deadlocks.find()) {
 *   each.waits().forEach(w -> System.out.println(w.waiter().name() + " waits for " + w.lock()));
 * }
 * }</pre>
 *
 * @param waits in the order of the ring: each one's holder is the next one's waiter
 */
public record Deadlock(List<LockWait> waits) implements Displayable {

  /** Keeps its own unmodifiable copy. */
  public Deadlock {
    waits = List.copyOf(waits);
  }

  /** Returns the threads, in the order of the ring. */
  public List<Party> threads() {
    return waits.stream().map(LockWait::waiter).toList();
  }

  /** Returns the drawing. */
  public WaitGraph graph() {
    List<WaitGraph.Wait> drawn =
        waits.stream()
            .map(w -> new WaitGraph.Wait(w.waiter().label(), w.where(), w.lock()))
            .toList();
    String who = waits.size() == 1 ? "a thread waits for itself" : waits.size() + " threads";
    return WaitGraph.of("Deadlock: " + who, drawn);
  }

  /** Whether threads of other processes are in it. */
  boolean leavesProcess() {
    long here = ProcessHandle.current().pid();
    return threads().stream().anyMatch(each -> each.process() != here);
  }

  @Override
  public DisplayData toDisplayData() {
    return graph().toDisplayData();
  }

  @Override
  public String toString() {
    return graph().toText();
  }
}
