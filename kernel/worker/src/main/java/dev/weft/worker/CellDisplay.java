package dev.weft.worker;

import dev.weft.display.DisplayChannel;
import dev.weft.display.DisplayData;
import dev.weft.link.Event;
import java.util.Optional;

/** Shows values under the cell of the calling thread, after what the thread has printed. */
final class CellDisplay implements DisplayChannel {

  private final CellContext context;
  private final EventSender sender;
  private final Stops stops;

  CellDisplay(CellContext context, EventSender sender, Stops stops) {
    this.context = context;
    this.sender = sender;
    this.stops = stops;
  }

  @Override
  public DisplayData render(Object value) {
    return ValueRenderer.render(value).orElseThrow();
  }

  @Override
  public void display(DisplayData data, Optional<String> id, boolean update) {
    Cell cell = context.current();
    send(cell, new Event.Displayed(cell.id(), data, id, update));
  }

  @Override
  public void clear(boolean waitForOutput) {
    Cell cell = context.current();
    send(cell, new Event.Cleared(cell.id(), waitForOutput));
  }

  private void send(Cell cell, Event event) {
    if (stops.endsPrinting(cell)) {
      throw new CellStopped();
    }
    cell.output().flush();
    if (!sender.send(event, () -> stops.concerns(cell))) {
      throw new CellStopped();
    }
  }
}
