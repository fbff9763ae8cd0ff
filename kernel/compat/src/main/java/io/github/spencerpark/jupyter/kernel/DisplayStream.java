package io.github.spencerpark.jupyter.kernel;

import dev.weft.display.Display;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Shows bundles under the cell. */
public final class DisplayStream {

  DisplayStream() {}

  /** Returns whether there is something to show them on. */
  public boolean isAttached() {
    return true;
  }

  /** Shows a bundle, under its own id if it has one. */
  public void display(DisplayData data) {
    data.show();
  }

  /** Shows a bundle as Weft's own {@code render} returns it. */
  public void display(dev.weft.display.DisplayData data) {
    Object unused = Display.display(data);
  }

  /**
   * Shows a bundle in place of the one that has the same id.
   *
   * @throws IllegalArgumentException if the bundle has no id
   */
  public void updateDisplay(DisplayData data) {
    String id = data.getDisplayId();
    if (id == null) {
      throw new IllegalArgumentException("The bundle has no display id.");
    }
    updateDisplay(id, data);
  }

  /** Shows a bundle as Weft's own {@code render} returns it in place of an earlier one. */
  public void updateDisplay(String id, dev.weft.display.DisplayData data) {
    Display.updateDisplay(id, data);
  }

  /** Shows a bundle in place of an earlier one. */
  public void updateDisplay(String id, DisplayData data) {
    Display.updateDisplay(id, data);
  }
}
