package dev.weft.worker;

import dev.weft.display.DisplayChannel;
import dev.weft.display.DisplayData;
import dev.weft.display.RendererRegistry;
import dev.weft.link.Event;
import dev.weft.worker.guard.CellStopped;
import dev.weft.worker.render.ValueRenderer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows values under the cell of the calling thread, after what the thread has printed. */
final class CellDisplay implements DisplayChannel {

  private final CellContext context;
  private final Stops stops;
  private final RendererRegistry renderers = new RendererRegistry();
  private final ValueRenderer renderer;

  /** The id that the last display returned; the very object, to be known again. */
  private volatile @Nullable String returned;

  CellDisplay(CellContext context, Stops stops, SnippetLoader loader) {
    this.context = context;
    this.stops = stops;
    renderer = new ValueRenderer(renderers, loader, () -> loader.additions().size());
  }

  /** Says that other code runs now. */
  void begin() {
    returned = null;
  }

  /** Whether a step's value is but the id of what the step has shown already. */
  @SuppressWarnings("ReferenceEquality") // an equal text that the user made is a value
  boolean isReturnedId(@Nullable Object value) {
    return value != null && value == returned;
  }

  @Override
  public DisplayData render(@Nullable Object value, List<String> mimeTypes) {
    return renderer.render(value, mimeTypes);
  }

  @Override
  public RendererRegistry renderers() {
    return renderers;
  }

  @Override
  public void display(DisplayData data, Optional<String> id, boolean update) {
    Cell cell = context.current();
    send(cell, new Event.Displayed(cell.id(), data, id, update));
    if (!update) {
      returned = id.orElse(null);
    }
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
    if (!cell.output().show(event, () -> stops.concerns(cell))) {
      throw new CellStopped();
    }
  }
}
