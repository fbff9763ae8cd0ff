package dev.weft.worker;

import dev.weft.comm.CapturedOutput;
import dev.weft.link.Event;
import dev.weft.link.StreamName;
import java.util.function.BooleanSupplier;

/**
 * Hands output to code that wants it in place of the cell; one call at a time.
 *
 * @param output takes the output, by a thread that holds the lock of a {@link CellOutput}
 * @param cell whose code wants it; what that does belongs to the cell
 */
record Capture(CapturedOutput output, CellContext context, Cell cell) implements OutputTarget {

  @Override
  public synchronized boolean send(Event shown, BooleanSupplier abandoned) {
    context.during(cell, () -> hand(shown));
    return true;
  }

  private void hand(Event shown) {
    if (shown instanceof Event.Output(long _, StreamName stream, String text)) {
      output.stream(stream == StreamName.STDERR ? "stderr" : "stdout", text);
    } else if (shown instanceof Event.Displayed(long _, var data, var id, boolean update)) {
      output.display(data, id, update);
    } else if (shown instanceof Event.Cleared(long _, boolean wait)) {
      output.clear(wait);
    }
  }
}
