package dev.weft.display;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value on display, which can be shown again elsewhere and replaced in all those places at once.
 *
 * <p>The methods may be called by any thread, also after the cell has ended, and may block while
 * the notebook does not keep up.
 *
 * <pre>{@code
 * var state = DisplayHandle.show("starting");
 * Thread.startVirtualThread(() -> state.update("running"));
 * state.showAgain();                                // in a later cell: both places change together
 * state.update(DisplayData.html("<b>done</b>"));
 * }</pre>
 */
public final class DisplayHandle {

  private final String id;

  // Guarded by this.
  private DisplayData latest;

  private DisplayHandle(String id, DisplayData latest) {
    this.id = id;
    this.latest = latest;
  }

  /**
   * Shows a value under the cell.
   *
   * @param mimeTypes the only formats to show it in; none for all that it has
   */
  public static DisplayHandle show(@Nullable Object value, String... mimeTypes) {
    String id = UUID.randomUUID().toString();
    DisplayHandle handle = new DisplayHandle(id, Display.render(value, mimeTypes));
    handle.showAgain();
    return handle;
  }

  /** Shows what was shown last once more, under the cell of the code that calls. */
  public synchronized void showAgain() {
    Display.channel().display(latest, Optional.of(id), false);
  }

  /** Shows a value in place of the earlier one, wherever that is. */
  public void update(@Nullable Object value, String... mimeTypes) {
    DisplayData data = Display.render(value, mimeTypes);
    synchronized (this) {
      latest = data;
      Display.channel().display(data, Optional.of(id), true);
    }
  }

  /** Returns the id of the display, as {@link Display#updateDisplay} takes it. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return "DisplayHandle[" + id + "]";
  }
}
